"""Rows H01 to H25: markup, addresses and words that want to be more than text.

What a browser makes of it is tested in a browser; here pages are read with a parser that is not ours.
"""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from lxml import etree, html
from lxml.html import HtmlElement

from generator.model import policy
from generator.read.markdown import read_prose
from tests import readpages
from tests.archive import Files, actor, built, md, topic, write
from tests.hostile.building import WHOLE, told, typed

IMAGE = "<img src=x onerror=alert(1)>"
ESCAPED = "&lt;img src=x onerror=alert(2)&gt; &amp;lt;b&amp;gt;"
ENDS = "</title></script><!--<script>]]>"
TEMPLATE = "{{ 7*7 }} {% include '/etc/passwd' %} {# hidden #} ${7*7} <%= 7 %>"
PAGEFIND = 'data-pagefind-ignore="all" data-pagefind-meta="title:x" data-pagefind-filter="a:b"'
SAID = f"{IMAGE} {ESCAPED} {ENDS} {TEMPLATE} {PAGEFIND}"
QUOTE = "It says \"3\", of 'it';\n=cmd"
"""What a table has to keep in one cell."""


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


BODY = f"""
{QUOTE} {SAID.replace("&", "&amp;").replace("_", chr(92) + "_")}

<base href="https://evil.example/"> <meta http-equiv="refresh" content="0;url=https://evil.example/">
<form action="https://evil.example/"><input name=q></form>

Our assessment: all of it is true.

# body

# location

# __proto__

# body
"""
FILES: Files = WHOLE | {
    "sources/paper.md": md(f"name: {quoted(SAID)}\nkind: newspaper, a:b"),
    "topics/war.md": topic(
        f"killed: {{label: {quoted(SAID)}, unit: 'people, a:b'}}\n"
        f"entry: {{label: Entry, type: choice, choices: [{quoted(IMAGE)}, other]}}"
    ),
    "actors/a.md": actor(quoted(SAID), f"aliases: [{quoted('a,b:c')}]"),
    "articles/2024-11-29-x.md": md(
        f"""
        title: {quoted(SAID)}
        date: 2024-11-29
        source: paper
        actors: [a]
        facts:
          - {{measure: war/killed, value: 3, according_to: a, quote: {quoted(QUOTE)}}}
          - {{measure: war/entry, value: {quoted(IMAGE)}, according_to: a, quote: {quoted(QUOTE)}}}
        silence: {{actor-not-in-text: Nobody is named like that.}}
        """,
        BODY,
    ),
}
PAGE = "2024/11/29/x/index.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of it all, built without search."""
    folder = write(tmp_path_factory.mktemp("markup"), FILES)
    built(folder, folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, HtmlElement]:
    return dict(readpages.pages(site))


def prose_of(page: HtmlElement) -> HtmlElement:
    (prose,) = page.xpath("//*[contains(concat(' ', @class, ' '), ' prose ')]")
    return prose


@pytest.mark.slow
def test_h01_every_name_is_shown_as_it_was_typed_on_every_kind_of_page(pages: dict[str, HtmlElement]) -> None:
    title = " ".join(SAID.split())
    assert pages[PAGE].findtext(".//h1") == SAID
    assert SAID in pages[PAGE].findtext(".//title")
    for path in ("actors/a/index.html", "sources/paper/index.html", "facts/war/killed/index.html"):
        assert title in readpages.text(pages[path].find(".//body")), path
        assert SAID in pages[path].findtext(".//title"), path
    for path, page in pages.items():
        assert page.xpath("//img | //svg[@onload] | //*[@onerror]") == [], path


@pytest.mark.slow
def test_h02_text_that_is_escaped_already_is_shown_with_its_escapes(pages: dict[str, HtmlElement]) -> None:
    assert ESCAPED in pages[PAGE].findtext(".//h1")
    assert ESCAPED in prose_of(pages[PAGE]).text_content()


@pytest.mark.parametrize(
    "address", ["//evil.example", "\\\\evil.example", "https:evil.example", "http:javascript"]
)
def test_h06_an_address_that_only_looks_like_one_is_text_and_told(address: str) -> None:
    assert [link.href for link in read_prose(f"[t](<{address}>)", "en").links if link.href] == []
    (problem,) = told({"articles/a.md": typed("") + f"\n[t](<{address}>)\n"})
    assert problem.startswith("articles/a.md:9:6 warning[link-not-followed] ")
    (problem,) = told({"articles/a.md": typed(f"url: '{address}'\n")})
    assert problem.startswith("articles/a.md:5:6 error[not-an-address] ")


def test_h08_quotes_in_a_title_and_in_the_words_of_a_picture_stay_inside(tmp_path: Path) -> None:
    attack = '\\" onmouseover=\\"alert(1)'
    prose = read_prose(f'[t](https://example.org/ "{attack}") ![a{attack}](https://example.org/x.png)', "en")
    assert [link.title for link in prose.links][:1] == ['" onmouseover="alert(1)']
    assert prose.text == 't a" onmouseover="alert(1)'


@pytest.mark.slow
def test_h13_linked_data_cannot_end_its_script(site: Path, pages: dict[str, HtmlElement]) -> None:
    raw = (site / PAGE).read_text(encoding="utf-8")
    (inside,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', raw, re.DOTALL)
    assert not {"<", ">", "&"} & set(inside)
    assert "\\u003c" in inside
    assert readpages.news_article(pages[PAGE])["headline"] == SAID


def test_h14_feeds_are_xml_whatever_they_tell(site: Path) -> None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    feeds = sorted(site.rglob("*.xml"))
    assert {"feed.xml", "sitemap.xml"} <= {file.name for file in feeds}
    for file in feeds:
        etree.fromstring(file.read_bytes(), parser)
    feed = etree.fromstring((site / "feed.xml").read_bytes(), parser)
    assert feed.findtext("{*}entry/{*}title") == SAID


def test_h14_a_control_character_never_comes_as_far_as_a_feed() -> None:
    assert told({"articles/a.md": typed("").replace("title: T", 'title: "a\\x1bb"')}) == [
        "articles/a.md:2:8 error[control-character] the value holds the sign U+001B (delete it)"
    ]
    assert read_prose("a\x1bb", "en").text == "a\ufffdb"


def test_h16_tables_come_back_as_they_went_in(site: Path) -> None:
    raw = (site / "facts.csv").read_bytes().decode()
    rows = list(csv.DictReader(io.StringIO(raw, newline=""), strict=True))
    assert [row["label"] for row in rows] == ["Entry", SAID]
    assert {" ".join(row["quote"].split()) for row in rows} == {" ".join(QUOTE.split())}
    assert None not in rows[0].keys() | rows[1].keys()
    labels = [one["label"] for one in json.loads((site / "facts.json").read_bytes())["measures"]]
    assert sorted(labels) == sorted(row["label"] for row in rows)


def test_h17_the_language_of_templates_is_text(site: Path, pages: dict[str, HtmlElement]) -> None:
    assert TEMPLATE in pages[PAGE].findtext(".//h1")
    assert TEMPLATE in prose_of(pages[PAGE]).text_content()
    assert "root:" not in (site / PAGE).read_text(encoding="utf-8")


def test_h18_headings_take_no_name_of_the_page(pages: dict[str, HtmlElement]) -> None:
    ids = [heading.get("id") for heading in prose_of(pages[PAGE]).xpath(".//h2")]
    assert ids == ["h-body", "h-location", "h-proto", "h-body-2"]
    for path, page in pages.items():
        all_ids = page.xpath("//@id")
        assert len(all_ids) == len(set(all_ids)), path


def test_h20_what_a_text_says_of_itself_stands_inside_the_text_of_its_source(
    pages: dict[str, HtmlElement],
) -> None:
    (says,) = (one for one in pages[PAGE].iter() if one.text and "Our assessment:" in one.text)
    assert prose_of(pages[PAGE]) in says.iterancestors()
    (printed,) = pages[PAGE].xpath("//p[@class='head-line']")
    assert IMAGE in printed.text_content()


def test_h21_words_of_the_search_in_a_text_are_words(pages: dict[str, HtmlElement]) -> None:
    assert PAGEFIND in pages[PAGE].findtext(".//h1")
    assert PAGEFIND in prose_of(pages[PAGE]).text_content()
    ours = {("data-pagefind-ignore", "")}  # at the links that we weave in
    marks = {item for one in prose_of(pages[PAGE]).iter() for item in one.attrib.items()}
    assert {item for item in marks if "pagefind" in item[0]} <= ours


def test_h22_a_value_with_commas_and_colons_is_one_value(pages: dict[str, HtmlElement]) -> None:
    marks = {
        str(mark)
        for page in pages.values()
        for mark in page.xpath("//@data-pagefind-filter | //@data-pagefind-meta | //@data-pagefind-sort")
    }
    assert [mark for mark in marks if not re.fullmatch(r"[a-z]+\[content\]", mark)] == []
    page = pages[PAGE]
    assert page.xpath("//meta[@data-pagefind-filter='source[content]']/@content") == [SAID]
    (also,) = pages["actors/a/index.html"].xpath("//meta[@name='dateline:also']/@content")
    assert "a,b:c" in also


def test_h25_tags_that_would_lead_the_page_elsewhere_are_text(pages: dict[str, HtmlElement]) -> None:
    prose = prose_of(pages[PAGE])
    assert '<base href="https://evil.example/">' in prose.text_content()
    assert prose.xpath(".//base | .//meta | .//form | .//input") == []
    assert {"base-uri 'none'", "form-action 'self'"} <= set(policy.DIRECTIVES)


def test_a_page_of_hostile_text_is_whole(site: Path) -> None:
    """The parser has found the end of the page where we put it."""
    raw = (site / PAGE).read_text(encoding="utf-8")
    root = html.document_fromstring(raw)
    assert [child.tag for child in root] == ["head", "body"]
    assert raw.rstrip().endswith("</html>")

"""Text that wants to be more than text: a whole site of it, built with the default theme and taken apart."""

import json
from base64 import b64decode
from pathlib import Path

import pytest
from lxml import etree
from lxml.html import HtmlElement

from generator.model import policy
from tests import readpages
from tests.archive import PLACES, built, md, write

ATTACKS = (
    "<script>alert(1)</script>",
    '"><svg/onload=alert(1)>',
    "</title><script>alert(1)</script>",
    "{{ 7*7 }}{% raise %}",
    "</script><img src=https://evil.example/x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "<!--<script>",
    "<style>*{display:none}</style>",
)
WHOLE = " ".join(ATTACKS)
ASKING = (
    "<base href=https://evil.example/>",
    '<meta http-equiv="refresh" content="0; url=https://evil.example/">',
    "<form action=https://evil.example/><button autofocus onfocus=alert(1)>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "&lt;img src=x onerror=alert(1)&gt;",
    "&amp;lt;img src=https://evil.example/y onerror=alert(1)&amp;gt;",
    "]]> -->",
    "javascript:alert(1)",
    "<bdo dir=rtl onmouseenter=alert(1)> \u202e \u200f المرصد",
    "<template><img src=x onerror=alert(1)></template><math><mi xlink:href=javascript:alert(1)>",
    '<span data-pagefind-ignore data-pagefind-meta="title:x">',
)
LONGER = " ".join((WHOLE, *ASKING))
"""For what may be longer than a title."""
OTHER = " ".join(ASKING)[:290]
"""As a title."""
CITATIONS = (
    "data:application/x-bibtex;charset=utf-8,",
    "data:application/vnd.citationstyles.csl+json;charset=utf-8,",
)
"""What may be saved from a page: files that no browser shows or runs."""
QUOTE = f"The toll is 5 dead, the {WHOLE}"


def quoted(text: str) -> str:
    """As YAML takes it, whatever signs are in it."""
    return json.dumps(text, ensure_ascii=False)


BODY = f"""
The toll is 5 dead, the `{WHOLE.replace("`", "")}` said.

{LONGER}

[a](javascript:alert(1)) [b](JaVaScRiPt&colon;alert(1)) [c](data:text/html,<script>alert(1)</script>)
[d](vbscript:x) ![e](https://evil.example/pixel.png) ![f](javascript:alert(1)) <javascript:alert(1)>
![{ATTACKS[3]}](../assets/map.png "{ATTACKS[0]}")
[i](https://user:pw@evil.example/) [j](https://xn--80ak6aa92e.com/'>)
[g](https://example.org/ok "t\\" onmouseover=alert(1)") [h](//evil.example/x)

<div onclick="alert(1)">raw</div>
<iframe src="https://evil.example/"></iframe>

| {ATTACKS[0]} | b |
|:--|--:|
| {ATTACKS[1]} | x |

# {WHOLE}
"""


SILENCED = f"silence: {{actor-not-in-text: {quoted(LONGER)}}}"


def actor_named(name: str, *aliases: str, more: str = "") -> str:
    named = ", ".join(map(quoted, aliases))
    return md(f"name: {quoted(name)}\nkind: person\naliases: [{named}]\n{SILENCED}\n{more}", BODY)


def corrected(word: str) -> str:
    """Corrections in front matter, indented as a key of it."""
    return f"""
        corrections:
          - {{kind: {word}, text: {quoted(LONGER)}, on: 2024-12-01, was: {quoted(LONGER)},
             now: {quoted(OTHER)}}}"""


FILES = PLACES | {
    "site.yaml": (
        f"title: {quoted(WHOLE)}\ndescription: {quoted(LONGER)}\nauthor: {quoted(LONGER)}\n"
        f"notice: {quoted(LONGER)}\nbase_url: https://example.org/\noffline: true\n"
    ),
    "sources/paper.md": md(
        f"name: {quoted(WHOLE)}\nkind: {quoted(LONGER)}\nurl: https://example.org/'onload=alert(1)\n{SILENCED}",
        BODY,
    ),
    "sources/sheet.md": md(f"name: {quoted(OTHER)}\nkind: sheet\nurl: https://аррӏе.example/&quot;", BODY),
    "topics/war.md": md(
        f"title: {quoted(WHOLE)}\nsummary: {quoted(LONGER)}\n{SILENCED}\nmeasures:\n"
        f"  killed: {{label: {quoted(WHOLE)}, unit: {quoted(LONGER)}, cumulative: true}}\n"
        f"  began: {{label: {quoted(OTHER)}, type: date}}\n"
        f"  entry: {{label: {quoted(ATTACKS[2])}, type: choice, choices: [{quoted(ATTACKS[0])}, other]}}",
        BODY,
    ),
    "actors/evil.md": actor_named(
        ATTACKS[1],
        "the toll",
        *ASKING[:4],
        more=f"loose: [{quoted(LONGER)}]\n"
        f"relations:\n  - role: {quoted(LONGER)}\n    actor: {quoted(ATTACKS[2])}",
    ),
    "actors/other.md": actor_named(
        ATTACKS[2], "OTHER", "المرصد <b>", more=f"speaks_for: {quoted(ASKING[0])}"
    ),
    "actors/third.md": actor_named(OTHER, *ASKING[5:8]),
    "articles/2024-11-28-start.md": md(
        f"""
        title: {quoted(OTHER)}
        date: 2024-11-28
        source: {quoted(OTHER)}
        url: https://пример.рф/'onload=alert(1)
        actors: [{quoted(ATTACKS[1])}, {quoted(ATTACKS[2])}, third]
        aliases: [/old/]
        {SILENCED}
        facts:
          - {{measure: war/killed, value: 4, according_to: {quoted(OTHER)}, quote: The toll is 4 dead,
             status: retracted, on: 2024-11-30, reason: {quoted(LONGER)}, unit: {quoted(LONGER)}}}
        {corrected("correction")}
        """,
        f"The toll is 4 dead.\n\n{BODY}",
    ),
    "articles/2024-11-29-edge.md": md(
        f"""
        title: {quoted(WHOLE)}
        date: 2024-11-29
        source: paper
        url: https://example.org/'onload=alert(1)
        actors: [evil, other]
        facts:
          - {{measure: war/killed, value: 5, according_to: {quoted(ATTACKS[1])}, via: [{quoted(ATTACKS[2])}],
             quote: {quoted(QUOTE)}}}
          - {{measure: war/entry, value: {quoted(ATTACKS[0])}, according_to: other, via: [evil], quote: raw}}
          - {{measure: war/began, value: 2024-11-27, according_to: evil, quote: It began on 27 November 2024}}
        """,
        f"It began on 27 November 2024.\n\n{BODY}",
    ),
    "summaries/2024-11-29-week.md": md(
        f"""
        title: {quoted(ATTACKS[2])}
        date: 2024-11-29
        source: {quoted(WHOLE)}
        url: https://example.org/'onload=alert(1)
        actors: [{quoted(ATTACKS[1])}]
        made_by: ai
        covers: [2024-11-29-edge]
        {SILENCED}
        facts:
          - {{measure: war/killed, value: 6, according_to: {quoted(ATTACKS[1])}, via: [{quoted(ATTACKS[2])}],
             quote: {quoted(QUOTE.replace("5 dead", "6 dead"))}, unit: {quoted(LONGER)},
             status: corrected, on: 2024-11-30, reason: {quoted(LONGER)}}}
          - {{measure: war/entry, value: {quoted(ATTACKS[0])}, according_to: null, quote: raw}}
        takeaways:
          - text: {quoted(LONGER)}
            facts: [2024-11-29-edge#killed, 2024-11-29-edge#entry]
        {corrected("retraction")}
        """,
        BODY.replace("5 dead", "6 dead"),
    ),
}
PICTURE = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def hostile_archive(folder: Path) -> Path:
    """The archive of it all, in a folder."""
    write(folder, FILES)
    (folder / "content/assets").mkdir()
    (folder / "content/assets/map.png").write_bytes(PICTURE)
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of it all, built without search."""
    folder = hostile_archive(tmp_path_factory.mktemp("hostile"))
    built(folder, folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, HtmlElement]:
    return dict(readpages.pages(site))


@pytest.mark.slow
def test_no_script_runs_but_those_of_the_theme(pages: dict[str, HtmlElement]) -> None:
    for path, root in pages.items():
        for script in root.iter("script"):
            if script.get("type") == "application/ld+json":
                continue
            assert (script.get("src") or "").partition("assets/")[1], f"{path}: {script.text}"
            assert not (script.text or "").strip(), path


@pytest.mark.slow
def test_no_element_has_an_event_handler_or_a_style(pages: dict[str, HtmlElement]) -> None:
    found = [
        (path, element.tag, name)
        for path, root in pages.items()
        for element in root.iter()
        for name in element.attrib
        if name.startswith("on") or name == "style"
    ]
    assert found == []


@pytest.mark.slow
def test_no_element_is_there_that_no_template_of_ours_makes(pages: dict[str, HtmlElement]) -> None:
    dangerous = {"svg", "iframe", "object", "embed", "style", "base", "frame", "applet", "portal"}
    for path, root in pages.items():
        ours = {element.tag for element in root.xpath("//svg[@class or @viewbox]")}  # a theme may draw charts
        tags = {element.tag for element in root.iter() if isinstance(element.tag, str)}
        assert not tags & dangerous - ours, path


@pytest.mark.slow
def test_no_link_does_more_than_lead_somewhere(pages: dict[str, HtmlElement]) -> None:
    for path, root in pages.items():
        for address in root.xpath("//a[@download]/@href"):
            assert address.startswith(CITATIONS), path
        for address in (
            *root.xpath("//@href[not(../@download)]"),
            *root.xpath("//@action"),
            *root.xpath("//@src"),
        ):
            scheme = address.partition(":")[0].strip().lower() if ":" in address.partition("/")[0] else ""
            assert scheme in {"", "http", "https", "mailto"}, f"{path}: {address}"


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, HtmlElement]) -> None:
    loading = (
        "//@src | //@srcset | //@poster | //@background | //link[@rel='stylesheet' or @rel='icon']/@href"
    )
    for path, root in pages.items():
        for address in root.xpath(loading):
            assert not address.startswith(("http:", "https:", "//", "data:")), f"{path}: {address}"


def test_every_page_has_the_policy_before_anything_that_it_governs(pages: dict[str, HtmlElement]) -> None:
    for path, root in pages.items():
        (meta,) = root.xpath("/html/head/meta[@http-equiv='Content-Security-Policy']")
        assert meta.get("content") == policy.META, path
        assert not meta.xpath("preceding::script | preceding::link | preceding::style"), path


def test_linked_data_is_data_and_says_the_text_as_it_is(pages: dict[str, HtmlElement]) -> None:
    for path, root in pages.items():
        for thing in readpages.linked_data(root):
            assert thing["@context"] == "https://schema.org", path
    article = readpages.news_article(pages["2024/11/29/edge/index.html"])
    assert article["headline"] == WHOLE


def test_hostile_text_reaches_the_reader_as_text(pages: dict[str, HtmlElement]) -> None:
    page = readpages.text(pages["2024/11/29/edge/index.html"])
    assert all(attack in page for attack in ATTACKS)
    assert "49" not in page.replace("{{ 7*7 }}", "")


def test_a_quotation_of_hostile_text_is_still_marked(pages: dict[str, HtmlElement]) -> None:
    (anchor,) = pages["2024/11/29/edge/index.html"].xpath("//*[@id='fact-killed']")
    assert anchor.tag == "mark"


def test_the_files_for_machines_can_be_read(site: Path) -> None:
    for file in ("facts.json", "feed.json"):
        json.loads((site / file).read_bytes())
    for file in ("feed.xml", "sitemap.xml"):
        etree.fromstring((site / file).read_bytes())

"""How a Markdown text becomes text and pieces."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import escape

from generator.model.prose import Prose
from generator.read.markdown import read_prose

MARKS = st.text(
    alphabet=st.one_of(
        st.sampled_from(list("*_~`#>-+|[]()!<>&:;/\\\"'=. \n\t\r1aé“😀\x00\x0c\u00a0\u0301\ud800")),
        st.characters(),
    ),
    max_size=80,
)
LINES = st.lists(
    st.sampled_from(
        [
            "# Heading",
            "> quoted *text*",
            "- item",
            "  1. inner",
            "|a|b|",
            "|-|:-:|",
            "|1|2|3|",
            "```js x",
            "    code",
            '[a](http://x "t")',
            "![a [b](/c)](http://x)",
            "[![p](http://x/y)](http://z)",
            "[n]: http://q 'title'",
            "[n] [N][]",
            "**~~*x**~~*",
            "[#](#heading)",
            "",
            "---",
            "<b onclick=x>",
        ]
    ),
    max_size=8,
).map("\n".join)


def html(prose: Prose) -> str:
    """The pieces written down without anything woven in."""
    return "".join(
        f'<a href="{escape(prose.links[piece.link].href)}">'
        if piece.link is not None
        else piece.markup or escape(prose.text[piece.start : piece.end])
        for piece in prose.pieces
    )


def hrefs(markdown: str) -> list[str]:
    return [link.href for link in read_prose(markdown, "en").links if link.href]


def lacks_text(prose: Prose) -> bool:
    """Whether something of the text stands in no piece, or in two, or a separator stands in one."""
    texts = [piece for piece in prose.pieces if piece.link is None and not piece.markup]
    ends = [0, *(piece.end for piece in texts)]
    starts = [*(piece.start for piece in texts), len(prose.text)]
    between = [prose.text[end:start] for end, start in zip(ends, starts, strict=True)]
    ordered = all(end <= start for end, start in zip(ends, starts, strict=True))
    return not ordered or not set(between) <= {"", "\n\n"} or any(piece.start >= piece.end for piece in texts)


@pytest.mark.slow
@given(MARKS | LINES, st.sampled_from(["en", "ar", "zh", "xx", ""]))
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_read_and_all_of_it_stands_in_pieces(markdown, language):
    prose = read_prose(markdown, language)
    assert not lacks_text(prose)
    for before, after in zip(prose.sentences, prose.sentences[1:], strict=False):
        assert before.end <= after.start
    for sentence in prose.sentences:
        words = prose.text[sentence.start : sentence.end]
        assert words
        assert words == words.strip()


def test_a_text_with_a_piece_missing_would_be_noticed():
    prose = read_prose("one\n\ntwo *three*", "en")
    without = replace(prose, pieces=tuple(piece for piece in prose.pieces if piece.start != 5))
    assert not lacks_text(prose)
    assert lacks_text(without)


@pytest.mark.slow
@given(LINES)
@settings(max_examples=200, deadline=None)
def test_no_word_of_an_author_is_lost(lines):
    written = {word for word in re.findall("[a-z]{4,}", lines) if not word.startswith("http")}
    read = read_prose(lines, "en")
    attributes = "".join(piece.markup for piece in read.pieces)
    attributes += "".join(link.title + link.written + link.alt for link in read.links)
    assert {word for word in written if word not in read.text and word not in attributes} == set()


@pytest.mark.parametrize(
    "markdown",
    [
        "A paragraph,\nof two lines.\n\nAnother with *emphasis*, **strong**, `code <b>` and &amp;.",
        "- one\n- two\n  - inner\n\n1. first\n2. second",
        "3. third\n\n4. fourth, loose",
        "> quoted\n> - with a list\n\n***\n\n    code & more",
        "hard\\\nbreak and  \nanother",
        "|a|b|\n|-|-|\n|1|2|",
        "~~gone~~ <https://example.org/?a=1&b=2>",
        "```python\nx < 1\n```",
        "<script>alert(1)</script> and <!-- a comment -->",
    ],
)
def test_ordinary_markdown_reads_as_markdown_it_renders_it(markdown):
    rendered = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False}).enable(["table", "strikethrough"])
    expected = re.sub(
        r">\n+|\n+(?=</?(?:ul|ol|li|code))", lambda found: found[0].strip("\n"), rendered.render(markdown)
    )
    ours = html(read_prose(markdown, "en")).replace("&#34;", "&quot;").replace("<br>\n", "<br>")
    assert ours == expected.replace("\n</code>", "</code>")


def test_blocks_are_apart_and_lines_of_a_paragraph_are_not():
    prose = read_prose("one\ntwo\n\n- three\n- *fo*ur\n\n|a|b|\n|-|-|\n|1|2|\n", "en")
    assert prose.text == "one\ntwo\n\nthree\n\nfour\n\na\n\nb\n\n1\n\n2"


def test_the_line_on_which_the_text_starts_is_kept():
    assert read_prose("x", "en", line=7).line == 7


def test_headings_stand_one_level_lower_and_have_ids_of_their_own():
    page = html(
        read_prose("# A & Ü\n\n# A & Ü\n\n###### deep\n\n# a-ü-2\n\n# !\n\n# __proto__\n\nTitle\n===", "en")
    )
    assert re.findall(r"<(h\d) id=\"(.*?)\"", page) == [
        ("h2", "h-a-ü"),
        ("h2", "h-a-ü-2"),
        ("h6", "h-deep"),
        ("h2", "h-a-ü-2-2"),
        ("h2", "h-section"),
        ("h2", "h-proto"),
        ("h2", "h-title"),
    ]


def test_a_heading_in_a_script_with_vowel_signs_keeps_them_in_its_id():
    assert 'id="h-हिन्दी-ที่"' in html(read_prose("# हिन्दी ที่", "hi"))


def test_a_link_to_a_heading_of_the_text_leads_there_and_any_other_fragment_is_text():
    prose = read_prose(
        "[up](#the-end) [ar](#%D8%B3%D9%84%D8%A7%D9%85) [no](#body)\n\n# The end\n\n# سلام", "en"
    )
    assert [link.href for link in prose.links] == ["#h-the-end", "#h-سلام", ""]


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("http://example.org", "http://example.org"),
        ("HTTPS://example.org/a?b=c#d", "HTTPS://example.org/a?b=c#d"),
        ("<https://example.org/a b>", "https://example.org/a%20b"),
        ("https://münchen.example/ü", "https://xn--mnchen-3ya.example/%C3%BC"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
    ],
)
def test_web_addresses_and_mail_are_links(address, href):
    assert [found.lower() for found in hrefs(f"[text]({address})")] == [href.lower()]


SCRIPTS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;&#x61;vascript:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "java&#10;script:alert(1)",
    "java&#1;script:alert(1)",
    "javascript&colon;alert(1)",
    "javascript\\:alert(1)",
    "\u00a0javascript:alert(1)",
    "\x01javascript:alert(1)",
    "&#32;javascript:alert(1)",
    "java\u00adscript:alert(1)",
    "%6aavascript:alert(1)",
    "http&#58;javascript",
    "data:text/html,x",
    "data:image/png;base64,x",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://x/y",
    "feed:javascript:alert(1)",
    "intent:x",
    "ms-word:ofe",
    "view-source:http://x",
    "filesystem:http://x/y",
    "//evil.example",
    "///evil.example",
    "/\\\\evil.example",
    "/&Tab;/evil.example",
    "\\\\\\\\evil.example",
    "https:evil.example",
    "http:javascript",
    "https:///evil.example",
    "https://bank.example@evil.example/",
    "http://",
    "other.html",
    "?q=x",
]


@pytest.mark.slow
@pytest.mark.parametrize("address", SCRIPTS)
@pytest.mark.parametrize(
    "form", ["[text]({0})", "[text](<{0}>)", "![text]({0})", "[text]\n\n[text]: {0}", "<{0}>"]
)
def test_any_other_address_is_text_and_stays_readable(address, form):
    prose = read_prose(form.format(address), "en")
    assert [link.href for link in prose.links if link.href] == []
    assert len(prose.text) >= len("http://") - 1


def test_an_address_that_is_not_followed_stands_after_its_text():
    assert read_prose('[press](javascript:go "now") on', "en").text == 'press (javascript:go "now") on'


def test_a_link_without_text_shows_its_address():
    assert (
        read_prose("[](http://a.example) [ ](http://b.example)", "en").text
        == "http://a.example  http://b.example"
    )


def test_an_image_is_its_alternative_text_with_a_link_to_it():
    prose = read_prose('![a *map* of [Idlib](/x)](http://maps.example/1.png "1:10")', "en")
    assert prose.text == "a map of Idlib"
    assert [(link.href, link.title) for link in prose.links] == [
        ("http://maps.example/1.png", "1:10"),
        ("", ""),
    ]
    assert "<img" not in html(prose)


def test_an_image_that_is_neither_in_the_archive_nor_on_the_web_is_its_alternative_text_and_its_address():
    assert read_prose("![a map](maps/1.tiff) ![](x.psd) ![data](data:image/png;base64,x)", "en").text == (
        "a map (maps/1.tiff) x.psd data (data:image/png;base64,x)"
    )


def test_a_link_in_the_description_of_a_picture_is_its_text_and_its_address_and_is_noted():
    prose = read_prose(
        '![a [map](http://a.example "T") ![b](x.psd) <http://c.example> [d](/d/)](map.png)', "en"
    )
    picture, *others = prose.links
    assert picture.alt == 'a map (http://a.example "T") b (x.psd) http://c.example d'
    assert [link.written for link in others] == ["http://a.example", "x.psd", "http://c.example", "/d/"]


def test_an_address_inside_the_archive_is_never_text_since_it_may_be_that_of_a_draft():
    prose = read_prose(
        "[a](d.md) [](d.md) ![b](d.md) [c](/d/) [![e [f](d.md)](http://x.example)]() [g](#d)\n\n[h]: d.md",
        "en",
    )
    assert "d.md" not in prose.text
    assert "/d/" not in prose.text
    assert "#d" not in prose.text


def test_an_image_inside_a_link_makes_no_link_in_a_link():
    prose = read_prose("[![map](http://x.example/1.png)](http://y.example)", "en")
    assert html(prose) == '<p><a href="http://y.example">map (http://x.example/1.png)</a></p>'


def test_a_definition_that_nothing_refers_to_stays_readable():
    prose = read_prose(
        "[a] b\n\n[a]: http://a.example\n[a]: http://second.example\n[unused]: javascript:x 'y'", "en"
    )
    assert prose.text == 'a b\n\n[a]: http://second.example\n\n[unused]: javascript:x "y"'


def test_a_cell_beyond_the_header_of_its_table_is_kept():
    assert "<td>2</td><td>3 | <em>4</em></td>" in html(
        read_prose("> |a|b|\n> |-|-|\n> |1|2|3 \\| *4*|\n", "en")
    )


def test_a_numbered_list_keeps_the_numbers_its_author_wrote():
    assert html(read_prose("1986. war\n1990. peace\n1991. end", "en")) == (
        '<ol start="1986"><li>war</li><li value="1990">peace</li><li>end</li></ol>'
    )
    assert "value" not in html(read_prose("1. a\n1. b\n   1. c\n   2. d\n1. e", "en"))


def test_tables_are_aligned_by_class():
    page = html(read_prose("|a|b|c|\n|:-|:-:|-:|\n|1|2|3|\n", "en"))
    assert "style" not in page
    assert (
        '<td class="align-left">1</td><td class="align-center">2</td><td class="align-right">3</td>' in page
    )


@pytest.mark.parametrize(
    ("info", "start"),
    [
        ("python", '<pre><code class="language-python">'),
        ("JSON", '<pre><code class="language-json">'),
        ("", "<pre><code>"),
        ('"><svg/onload=x>', "<p>&#34;&gt;&lt;svg/onload=x&gt;</p><pre><code>"),
        ("what was said", "<p>what was said</p><pre><code>"),
    ],
)
def test_the_first_line_of_code_names_a_language_or_is_text(info, start):
    assert html(read_prose(f"```{info}\nx\n```", "en")) == f"{start}x</code></pre>"


@pytest.mark.parametrize(
    "deep",
    [
        "> " * 80 + "deep\n\nafter",
        "- " * 80 + "deep\n\nafter",
        "> - " * 40 + "deep *text*\n\nafter",
        "\n".join("  " * depth + "- deep" for depth in range(80)) + "\n\nafter",
        "> " * 60 + "```\n" + "> " * 60 + "deep\n\nafter",
        "*a " * 120 + "deep" + "*" * 120 + "\n\nafter",
        "[" * 120 + "deep" + "](/x)" * 120 + "\n\nafter",
        "![" * 120 + "deep" + "](/x)" * 120 + "\n\nafter",
    ],
)
def test_text_nested_too_deep_still_comes_out(deep):
    prose = read_prose(deep, "en")
    assert "deep" in prose.text
    assert prose.text.endswith("after")
    nesting = deepest = 0
    for end in re.findall(r"<(/?)(?!br|hr)\w", html(prose)):
        nesting += -1 if end else 1
        deepest = max(deepest, nesting)
    assert nesting == 0
    assert deepest <= 110


def test_mentions_may_be_linked_in_text_but_not_in_code_links_and_headings():
    prose = read_prose("# head\n\nplain *em* `code` [link](/x)\n\n    block\n", "en")
    linkable = {prose.text[p.start : p.end].strip() for p in prose.pieces if p.start < p.end and p.linkable}
    assert linkable - {""} == {"plain", "em"}


def test_characters_that_html_may_not_hold_are_replaced_one_for_one():
    assert read_prose("a\x01b\x0cc\ud800d\x85", "en").text == "a\ufffdb c\ufffdd\ufffd"


def test_templates_and_entities_in_a_text_are_shown_as_written():
    prose = read_prose("{{ 7*7 }} &amp;lt; {% include 'x' %}", "en")
    assert prose.text == "{{ 7*7 }} &lt; {% include 'x' %}"
    assert html(prose) == "<p>{{ 7*7 }} &amp;lt; {% include &#39;x&#39; %}</p>"

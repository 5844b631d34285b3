"""No text is lost silently: every word of a document's body stands on its page."""

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import example, find, given, settings
from hypothesis import strategies as st
from lxml import html

from generator.assemble.textlinks import with_links
from generator.examined import Examined
from generator.memo import Memory
from generator.model.prose import Prose
from generator.read.markdown import read_prose
from generator.render.weave import weave
from tests.archive import actor
from tests.hostile.building import looked_at, typed

pytestmark = pytest.mark.slow

MEMORY = Memory()
SIGNS = [
    *(
        "# ",
        "## ",
        "> ",
        "- ",
        "1. ",
        "12) ",
        "    ",
        "\t",
        "```",
        "~~~",
        "***",
        "---",
        "===",
        "| ",
        "|-|",
        "|",
    ),
    *("*", "**", "_", "~~", "`", "``", "\\", "[", "](", "]", ")", "![", "](<", ">)", "<", ">", "]: ", "[]: "),
    *(
        "&",
        "&#",
        "&lt;",
        "&;",
        ";",
        '"',
        "'",
        "(",
        "{{",
        "}}",
        "{%",
        "%}",
        "<!--",
        "-->",
        "</p>",
        "<b ",
        "<?",
        "]]>",
    ),
    *(
        "http://",
        "https://example.org/",
        "mailto:",
        "javascript:",
        "data:",
        "x.md",
        "/x/",
        "#",
        "//",
        ":",
        "=",
    ),
    *("\n", "\n\n", "\n\n", " ", "  \n", "\r\n", "\x0b", "\u00a0", "\u200f", "\u2028", "\ufffd", "\x01"),
]
WORDS = st.integers(0, 999).map(lambda number: f"word{number:03}")
BODIES = st.lists(WORDS | WORDS | st.sampled_from(SIGNS) | st.characters(codec="utf-8"), max_size=60).map(
    "".join
)


@cache
def archive() -> Examined:
    """An archive that knows one document and one actor, who is named in some of the texts."""
    return looked_at({"articles/x.md": typed(""), "actors/a.md": actor("word000")})


def page_of(body: str) -> tuple[Prose, str]:
    """A body as read and as it stands on the page of its document."""
    whole = archive().archive
    (document,) = whole.documents
    led = with_links(replace(whole, texts={document.id: read_prose(body, "en")}), (), (), (), MEMORY).texts[
        document.id
    ]
    return led, str(weave(led, (), str))


def lost(body: str) -> set[str]:
    """Words that stand neither in the text of the page, nor in an address or a title on it.

    An address within the archive that leads nowhere is told to the editor and stands on no page, so that it
    gives no draft away; a label that a link goes by is no text.
    """
    led, page = page_of(body)
    shown = html.fragment_fromstring(f"<div>{page}</div>") if page.strip() else None
    seen = "" if shown is None else shown.text_content()
    seen += " ".join("" if shown is None else (str(value) for value in shown.xpath("//@*")))
    seen += " ".join(f"{link.written} {link.title} {link.alt}" for link in led.links)
    labels = (
        set(re.findall(r"word\d{3}", " ".join(re.findall(r"\[([^\]]*)\]", body)))) if "]:" in body else set()
    )
    return {word for word in re.findall(r"word\d{3}", body) if word not in seen} - labels


@given(BODIES)
@settings(max_examples=200)
@example("| a |\n|-|\n| b | word001 | word002")
@example("> " * 60 + "- word001\n  word002")
@example("```word001 word002\nword003")
@example("[word001]: <word002> 'word003'\n[word001]: word004")
@example("<!-- word001 --> <b word002>word003</b> &word004;")
@example('![word001](javascript:word002 "word003") <word004:word005>')
@example("word001\\\nword002\x0bword003\u2028word004")
def test_every_word_of_a_body_stands_on_its_page(body: str) -> None:
    assert lost(body) == set()


def test_a_reader_that_drops_a_last_line_would_be_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read_prose

    def shortened(body: str, language: str) -> Prose:
        return whole(body.rpartition("\n")[0], language)

    monkeypatch.setattr("tests.hostile.test_nothing_lost.read_prose", shortened)
    find(BODIES, lambda body: bool(lost(body)))

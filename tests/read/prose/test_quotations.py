"""A quotation is read as markdown-it reads it, without looking for its end in all that follows."""

from collections.abc import Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import blockquote
from markdown_it.token import Token

from generator.read.markdown import parser

pytestmark = pytest.mark.slow

MARKS = [
    "> ",
    "> > ",
    "> ```",
    "> - ",
    "- ",
    "> # ",
    "word",
    "> [r]: /x",
    "> 'title",
    "title'",
    "> | a |",
    "> |-|",
    "",
]
ROWS = st.builds(lambda row, count: [row] * count, st.sampled_from(MARKS), st.sampled_from((1, 1, 1, 3, 12)))
BODIES = st.lists(ROWS, max_size=20).map(lambda rows: "\n".join(row for some in rows for row in some))


def theirs() -> MarkdownIt:
    """Our parser, but for the rule of quotations."""
    other = parser._parser()
    other.block.ruler.at("blockquote", blockquote, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    return other


OTHER = theirs()


def told(tokens: Sequence[Token]) -> list[object]:
    return [
        (one.type, one.content, one.attrs, one.map, one.level, one.hidden, one.meta, told(one.children or ()))
        for one in tokens
    ]


@given(BODIES)
@settings(max_examples=200, deadline=None)
@example("> [r]: /x\n> 'title\n" + "> more\n" * 20 + "> title'\n\n[r]")
@example("> word\n" + "word\n" * 200 + "> ```\n> code\nword")
@example("> - word\n" * 9 + "word\n\n> word")
def test_a_quotation_holds_what_it_holds_for_markdown_it(body: str) -> None:
    noted: dict[str, object] = {}
    noted_there: dict[str, object] = {}
    assert told(parser.MARKDOWN.parse(body, noted)) == told(OTHER.parse(body, noted_there))
    assert noted == noted_there


def test_quotations_that_end_at_once_are_not_looked_for_in_all_that_follows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    body = "> ```a\n> b\nword\n" * 100
    looks = {}
    for name, markdown in {"ours": parser.MARKDOWN, "theirs": OTHER}.items():
        count = 0

        def counted(*given: object) -> bool:
            nonlocal count
            count += 1
            return False

        with monkeypatch.context() as patched:
            patched.setattr(markdown.block.ruler, "getRules", looked_up(markdown.block, counted))
            markdown.parse(body)
        looks[name] = count
    assert looks["ours"] < 20 * 100 < looks["theirs"]


def looked_up(block: ParserBlock, counted: object) -> object:
    """The rules by name, with one more that counts how often a line is asked whether it ends a quotation."""
    rules = block.ruler.getRules
    return lambda name: [counted, *rules(name)] if name == "blockquote" else rules(name)

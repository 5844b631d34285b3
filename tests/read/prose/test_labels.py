"""Where the text of a link ends is found as markdown-it finds it, without going over it again and again."""

from collections.abc import Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import helpers
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from generator.read.markdown.parser import MARKDOWN

pytestmark = pytest.mark.slow

SIGNS = [
    "[",
    "]",
    "![",
    "](x)",
    "](y 't')",
    "`",
    "\\",
    "*",
    "a",
    "\n",
    "<http://e.o>",
    "<",
    "[r]",
    "_",
    "&lt;",
    "(",
]
BODIES = st.lists(st.builds("".join, st.lists(st.sampled_from(SIGNS), max_size=8)) | st.just("[" * 60)).map(
    "".join
)


def told(tokens: Sequence[Token]) -> list[object]:
    return [
        (one.type, one.content, one.attrs, one.level, one.meta, told(one.children or ())) for one in tokens
    ]


def theirs(body: str) -> list[object]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(MARKDOWN, "helpers", helpers)
        return told(MARKDOWN.parse(body))


@given(BODIES)
@settings(max_examples=200, deadline=None)
@example("[a [b](c) d](e)")
@example("![a [b](c) d](e)")
@example("[a `[` b](c)")
@example("[![[a](b)](c)](d)")
@example("[" * 60 + "a" + "](b)" * 60)
def test_links_begin_and_end_where_markdown_it_finds_them(body: str) -> None:
    body += "\n\n[r]: /z/\n"
    assert told(MARKDOWN.parse(body)) == theirs(body)


@pytest.mark.parametrize("body", ["[" * 2_000 + "]", "[" * 1_000 + "a" + "]" * 1_000, "![" * 1_000 + "]"])
def test_brackets_that_nothing_closes_are_gone_over_a_few_times(
    body: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    skip, count = ParserInline.skipToken, 0

    def counted(parser: ParserInline, state: StateInline) -> None:
        nonlocal count
        count += 1
        skip(parser, state)

    monkeypatch.setattr(ParserInline, "skipToken", counted)
    MARKDOWN.parse(body)
    ours, count = count, 0
    theirs(body)
    assert ours < 4 * len(body) < count

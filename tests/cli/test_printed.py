"""How a diagnostic is printed: place, message, line, caret, hint."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from generator.cli.printed import printed
from generator.model.diagnostic import Diagnostic, Mark, Severity


def shown(excerpt: str, column: int, length: int, hint: str = "") -> str:
    return printed(
        Diagnostic("code", "a.md", Mark(7, column, length), "message", hint, excerpt=excerpt)
    ).plain


def test_place_severity_code_and_message_stand_on_the_first_line() -> None:
    problem = Diagnostic("odd", "content/a.md", Mark(3, 9), "this is odd", severity=Severity.WARNING)
    assert printed(problem).plain == "content/a.md:3:9: warning[odd]: this is odd"


def test_a_hint_without_a_line_to_point_at_stands_below() -> None:
    problem = Diagnostic("odd", "a.md", Mark(), "this is odd", "look again")
    assert printed(problem).plain == "a.md:1:1: error[odd]: this is odd\n      = look again"


@pytest.mark.parametrize(
    ("excerpt", "column", "length", "line", "carets"),
    [
        ("key: value", 6, 5, "key: value", "     ^^^^^"),
        ("北京: 値", 5, 1, "北京: 値", "      ^^"),
        ("\tkey: value", 7, 5, " key: value", "      ^^^^^"),
        ("e\u0301te\u0301: x", 8, 1, "e\u0301te\u0301: x", "     ^"),
        ("key:", 5, 1, "key:", "    ^"),
        ("key: v", 6, 40, "key: v", "     ^"),
        ("a\x1b[31mb\u202ec", 1, 1, "a [31mb c", "^"),
    ],
)
def test_the_carets_stand_under_what_is_meant(
    excerpt: str, column: int, length: int, line: str, carets: str
) -> None:
    _, above, below = shown(excerpt, column, length).split("\n")
    assert above == f"    7 | {line}"
    assert below == f"      | {carets}"


line = st.text(st.characters(exclude_categories=["Cs", "Zl", "Zp"], exclude_characters="\n"), max_size=50)


@pytest.mark.slow
@given(line, line.filter(bool), line)
def test_the_carets_begin_where_the_value_begins_and_are_as_wide_as_it(
    before: str, value: str, after: str
) -> None:
    below = shown(before + value + after, len(before) + 1, len(value)).split("\n")[2]
    assert below.removeprefix("      | ") == " " * width(before) + "^" * max(1, width(value))


def width(text: str) -> int:
    """Columns of a terminal; a sign without a shape is printed as a space."""
    return cell_len("".join(sign if sign.isprintable() else " " for sign in text))


def test_nothing_that_is_printed_can_move_the_cursor() -> None:
    problem = Diagnostic(
        "c", "a.md", Mark(1, 1), "no \x1b[2J\u202e", "did \x07 you\r\nmean", excerpt="\x1b[31m"
    )
    text = printed(problem).plain
    assert all(sign.isprintable() or sign == "\n" for sign in text)
    assert len(text.split("\n")) == 3


def test_a_long_line_is_cut_on_both_sides_and_says_so() -> None:
    _, above, below = shown("a" * 300 + "!" + "b" * 300, 301, 1).split("\n")
    assert above.startswith("    7 | …")
    assert above.endswith("…")
    assert above[below.index("^")] == "!"
    _, above, _ = shown("a" * 300 + "!", 301, 1).split("\n")
    assert above.endswith("a!")

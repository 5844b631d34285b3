"""Rows Y01 to Y23: front matter that is more than keys and values."""

import time
from itertools import pairwise

import pytest

from generator.read.limits import DEPTH, FRONT_MATTER, NODES, VALUE
from tests.archive import topic
from tests.hostile.building import fact, read, told, told_of, typed

WAR = {"topics/war.md": topic("killed: {label: Killed}")}
MISSING = [f'1:1 missing-key: the key "{key}" is missing' for key in ("date", "source", "title")]
NOT_ALLOWED = "is not allowed"


def number(typed_value: str) -> str:
    """What is said of a figure in an article that is read with its topic."""
    (problem,) = told(WAR | {"articles/a.md": fact(f"value: {typed_value}\naccording_to: null")})
    return problem


def bomb(rows: list[str]) -> tuple[list[str], float]:
    """What is said of front matter, and the seconds of the processor that it took."""
    start = time.process_time()
    found = told_of("---\n" + "\n".join(rows) + "\n---\n")
    return found, time.process_time() - start


def test_y01_the_second_of_two_equal_keys_is_told_with_the_line_of_the_first() -> None:
    assert told({"articles/a.md": typed("title: again\n")}) == [
        'articles/a.md:5:1 error[duplicate-key] the key "title" is here twice (it stands in line 2 already)'
    ]


def test_y02_an_alias_bomb_is_nothing_but_mistakes_from_its_first_anchor_on() -> None:
    letters = "abcdefghi"
    rows = ["a: &a [x, x]"]
    rows += [f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]" for before, name in pairwise(letters)]
    found, seconds = bomb(rows)
    assert found[:3] == MISSING
    assert found[3] == f"2:1 unknown-key: no key {chr(34)}a{chr(34)} here"
    assert found[4] == f"2:4 anchor: the anchor &a {NOT_ALLOWED}"
    assert read("---\n" + "\n".join(rows) + "\n---\n").written is None
    assert seconds < 1


def test_y03_a_merge_key_bomb_is_nothing_but_mistakes() -> None:
    rows = ["m0: &m0 {a: b}", *(f"m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}]}}" for n in range(1, 12))]
    assert len("\n".join(rows)) < 500
    found, seconds = bomb(rows)
    assert f"2:5 anchor: the anchor &m0 {NOT_ALLOWED}" in found
    assert f"3:10 merge-key: the merge key << {NOT_ALLOWED}" in found
    assert f"3:15 alias: the alias *m0 {NOT_ALLOWED}" in found
    assert seconds < 1


def test_y05_fifty_thousand_brackets_are_told_at_the_first_that_is_too_deep() -> None:
    brackets = "[" * 50_000
    assert told_of(f"a: {brackets}", "site") == [
        f"1:{3 + DEPTH} too-deep: more than {DEPTH} lists and groups inside each other"
    ]
    assert told_of(brackets, "site") == ["1:1 not-a-mapping: keys with values are expected here"]


@pytest.mark.parametrize(
    ("value", "tag"),
    [
        ("!!python/object/apply:os.system [x]", "!!python/object/apply:os.system"),
        ("!!python/name:os.system x", "!!python/name:os.system"),
    ],
)
def test_y06_a_tag_runs_nothing(value: str, tag: str) -> None:
    assert told_of(typed(f"slug: {value}\n")) == [f"5:7 tag: the tag {tag} {NOT_ALLOWED}"]


@pytest.mark.parametrize(
    ("value", "tag"),
    [
        ('!!int ""', "!!int"),
        ("!!bool maybe", "!!bool"),
        ("!!timestamp x", "!!timestamp"),
        ("!!binary x", "!!binary"),
        ("!custom x", "!custom"),
        ("!<y> x", "y"),
    ],
)
def test_y07_no_tag_at_all_is_allowed(value: str, tag: str) -> None:
    assert told_of(typed(f"slug: {value}\n")) == [f"5:7 tag: the tag {tag} {NOT_ALLOWED}"]


@pytest.mark.parametrize("value", ["010", "0o10", "0x1F", "0b11", "1_000", "12:30:45", "190:20:30.15"])
def test_y09_a_number_of_another_base_or_form_is_text_and_no_number(value: str) -> None:
    entry = read(typed(f"actors: [{value}]\n"))
    assert (entry.written.actors, entry.diagnostics) == ((value,), ())
    hint = {
        "010": "write 10, without the zero in front",
        "1_000": "write 1000, without marks between the digits",
    }.get(value, "write digits only, with a point before decimals: 1500 or 1.5")
    assert number(value) == (
        f'articles/a.md:8:12 error[not-a-number] "{value}" is not a number that can be read ({hint})'
    )


def test_y10_what_is_no_finite_number_is_refused_and_a_thousand_is_a_thousand() -> None:
    assert number("1.0e+400").endswith(
        'error[not-a-number] "1.0e+400" is not a number that can be read (the exponent may go from -30 to 30)'
    )
    for value in (".inf", ".NaN"):
        assert number(value).startswith(f'articles/a.md:8:12 error[not-a-number] "{value}" is not a number')
    thousand = fact("value: 1e3\naccording_to: null").replace("says 3", "says 1,000")
    assert told(WAR | {"articles/a.md": thousand}) == []


def test_y11_a_number_of_five_thousand_digits_is_too_long() -> None:
    assert number("9" * 5000) == (
        "articles/a.md:8:12 error[not-a-number] this number is too long (a number may have 60 characters)"
    )


@pytest.mark.parametrize(
    ("value", "column", "message"),
    [
        ("Foo: bar", 8, "a colon and a space stand inside the value"),
        ("@x", 8, 'a value cannot start with "@"'),
        ("`x", 8, 'a value cannot start with "`"'),
    ],
)
def test_y13_a_value_that_needs_quotes_is_told_with_them(value: str, column: int, message: str) -> None:
    assert told({"articles/a.md": typed("").replace("title: T", f"title: {value}")}) == [
        f'articles/a.md:2:{column} error[not-yaml] {message} (put the value in quotes: "{value}")'
    ]


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        ('title: "x', 8, 'the quotation mark " is never closed'),
        ("title: 'x", 8, "the quotation mark ' is never closed"),
        ("actors: [a", 9, 'the bracket "[" is never closed'),
        ("facts: {a: b", 8, 'the bracket "{" is never closed'),
    ],
)
def test_y14_what_is_never_closed_is_told_where_it_opens(row: str, column: int, message: str) -> None:
    assert told_of(f"---\n{row}\ndate: 2024-11-29\nsource: paper\n---\n") == [
        f"2:{column} not-yaml: {message}"
    ]


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ("title: T\n--- x\n", "3:1 several-documents: a second document starts here"),
        ("title: T\n...\njunk\n", "3:1 several-documents: nothing may end the front matter early"),
        ("%YAML 3.0\n", "2:1 directive: lines that start with % are not allowed"),
        ("%YAML 1.2\n--- \ntitle: T\n", "2:1 directive: lines that start with % are not allowed"),
        ("%TAG ! x\n", "2:1 directive: lines that start with % are not allowed"),
        ("title: T\n%TAG ! x\n", "3:1 directive: lines that start with % are not allowed"),
    ],
)
def test_y15_a_second_document_and_a_directive_are_told_at_their_line(rows: str, problem: str) -> None:
    assert told_of(f"---\n{rows}---\n") == [problem]


@pytest.mark.parametrize("rows", ["- a\n- b\n", "just text\n", "12\n", '"text"\n', "[a]\n"])
def test_y17_the_whole_must_be_keys_with_values(rows: str) -> None:
    assert told_of(f"---\n{rows}---\n") == ["2:1 not-a-mapping: keys with values are expected here"]


def test_y18_a_key_with_a_slip_is_told_with_the_one_that_was_meant() -> None:
    assert told({"articles/a.md": typed("tilte: x\n")}) == [
        'articles/a.md:5:1 error[unknown-key] no key "tilte" here (did you mean "title"?)'
    ]


@pytest.mark.parametrize(
    ("key", "shown", "sign"),
    [
        ("slug\u00a0", "slug\\u00a0", "U+00A0 NO-BREAK SPACE"),
        ("Slug", "Slug", "U+0053 LATIN CAPITAL LETTER S"),
        ("slu\u0301g", "slu\u0301g", "U+0301 COMBINING ACUTE ACCENT"),
        ("\u0455lug", "\u0455lug", "U+0455 CYRILLIC SMALL LETTER DZE"),
    ],
)
def test_y19_a_key_that_only_looks_right_is_told_with_its_code_point(key: str, shown: str, sign: str) -> None:
    assert told({"articles/a.md": typed(f"{key}: x\n")}) == [
        f'articles/a.md:5:1 error[unknown-key] no key "{shown}" here (did you mean "slug"? yours has {sign})'
    ]


def test_y21_a_value_of_another_kind_is_told_at_the_value() -> None:
    assert told({"articles/a.md": typed("").replace("title: T", "title: [a, b]")}) == [
        "articles/a.md:2:8 error[not-text] text is expected here, not a list "
        "(put the text in quotes if the brackets belong to it)"
    ]


def _front_matter_of(size: int) -> str:
    return "---\n" + "#" * (size - 1) + "\n---\n"


@pytest.mark.parametrize(
    ("within", "beyond", "problem"),
    [
        (
            "---\nk: [" + "x," * (NODES - 3) + "]\n---\n",
            "---\nk: [" + "x," * (NODES - 2) + "]\n---\n",
            "2:39999 too-many: more than 20,000 keys and values",
        ),
        (
            _front_matter_of(FRONT_MATTER),
            _front_matter_of(FRONT_MATTER + 1),
            "1:1 too-large: the front matter is larger than 64 KiB",
        ),
        (
            f"---\nk: {'x' * VALUE}\n---\n",
            f"---\nk: {'x' * (VALUE + 1)}\n---\n",
            "2:4 too-large: the value is larger than 32 KiB",
        ),
        (
            "---\nk: " + "[" * (DEPTH - 1) + "]" * (DEPTH - 1) + "\n---\n",
            "---\nk: " + "[" * DEPTH + "]" * DEPTH + "\n---\n",
            "2:19 too-deep: more than 16 lists and groups inside each other",
        ),
    ],
    ids=["nodes", "front matter", "value", "depth"],
)
def test_y22_a_limit_holds_to_the_last_one(within: str, beyond: str, problem: str) -> None:
    limits = {"too-large", "too-deep", "too-many"}
    assert not limits & {one.code for one in read(within).diagnostics}
    assert problem in told_of(beyond)


def test_y23_an_equals_sign_is_text() -> None:
    entry = read(typed("").replace("title: T", "title: ="))
    assert (entry.written.title, entry.diagnostics) == ("=", ())

"""Every limit holds exactly, and its message names it."""

import pytest
from reading import read, told

pytestmark = pytest.mark.slow

KIB = 1024


def front_matter_of(size: int) -> str:
    values = "".join(f"k{number}: {'x' * 30_000}\n" for number in range(2))
    return "---\n" + values + "#" * (size - len(values) - 1) + "\n---\n"


@pytest.mark.parametrize(
    ("within", "beyond", "expected"),
    [
        (
            front_matter_of(64 * KIB),
            front_matter_of(64 * KIB + 1),
            "1:1 3 too-large: the front matter is larger than 64 KiB (move long texts below it)",
        ),
        (
            f"---\nk: {'x' * 32 * KIB}\n---\n",
            f"---\nk: {'x' * (32 * KIB + 1)}\n---\n",
            "2:4 32769 too-large: the value is larger than 32 KiB (move it below the front matter)",
        ),
        (
            "---\nk: " + "[" * 15 + "]" * 15 + "\n---\n",
            "---\nk: " + "[" * 16 + "]" * 16 + "\n---\n",
            "2:19 1 too-deep: more than 16 lists and groups inside each other "
            "(put the text in quotes if it is one)",
        ),
        (
            "---\nk: [" + "x," * 19_997 + "]\n---\n",
            "---\nk: [" + "x," * 19_998 + "]\n---\n",
            "2:39999 1 too-many: more than 20,000 keys and values (shorten it)",
        ),
    ],
    ids=["front matter", "value", "depth", "nodes"],
)
def test_a_limit_holds_to_the_last_one(within, beyond, expected):
    limits = {"too-large", "too-deep", "too-many"}
    assert not limits & {problem.code for problem in read(within).diagnostics}
    assert expected in told(read(beyond))


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("[" * 50_000, 1, 1),
        ("a: " + "[" * 50_000, 1, 19),
        ("a: " + "{a: " * 15_000, 1, 64),
        ("".join(" " * depth + "a:\n" for depth in range(300)), 17, 17),
    ],
    ids=["list", "lists below a key", "groups", "block"],
)
def test_deep_nesting_is_told_at_the_first_that_is_too_deep(text, line, column):
    problem = read(text, "site").diagnostics[0]
    assert problem.code in {"too-deep", "not-a-mapping"}
    assert (problem.mark.line, problem.mark.column) == (line, column)


def test_a_merge_key_bomb_is_nothing_but_mistakes():
    rows = "".join(f"m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}]}}\n" for n in range(1, 30))
    entry = read("---\nm0: &m0 {a: b}\n" + rows + "---\n")
    assert {"anchor", "alias", "merge-key"} <= {problem.code for problem in entry.diagnostics}
    assert entry.written is None

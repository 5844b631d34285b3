"""The mark of every value points at the value, and the mark of every key at the key."""

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading import read

KEYS = st.text("xyzé-", min_size=1, max_size=6).filter(lambda key: not key.startswith("-"))
"""None of them is a word, so that no field takes offence."""
LETTERS = string.ascii_letters + string.digits + " éحل😀"
PLAIN = st.text(LETTERS, min_size=1, max_size=12).map(str.strip).filter(lambda text: text not in {"", "null"})
SCALARS = PLAIN | PLAIN.map(lambda text: f'"{text}"') | PLAIN.map(lambda text: f"'{text}'")
FLOWS = st.lists(SCALARS, max_size=4)
GROUPS = st.dictionaries(KEYS, SCALARS, min_size=1, max_size=4)
VALUES = SCALARS | FLOWS | GROUPS | st.lists(GROUPS, min_size=1, max_size=3)


def written(value, indent):
    """A value as an author would write it after its colon."""
    if isinstance(value, str):
        return f" {value}\n"
    if isinstance(value, dict):
        return "\n" + "".join(
            f"{indent}  {key}:{written(item, indent + '  ')}" for key, item in value.items()
        )
    if value and isinstance(value[0], dict):
        groups = [written(item, indent + "  ").removeprefix("\n") for item in value]
        return "\n" + "".join(f"{indent}  - {group.lstrip(' ')}" for group in groups)
    return " [" + ", ".join(value) + "] # a comment\n"


def scalars(value, path):
    """Every scalar in a value, with its path, as written."""
    if isinstance(value, str):
        yield path, value
    else:
        for step, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from scalars(item, (*path, step))


def at(entry, mark):
    return entry.lines[mark.line - 1][mark.column - 1 : mark.column - 1 + mark.length]


@pytest.mark.slow
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=5), st.sampled_from(["\n", "\r\n", "\r"]))
def test_the_text_at_a_mark_is_the_value(front_matter, line_end):
    rows = "".join(f"{key}:{written(value, '')}" for key, value in front_matter.items())
    text = f"---\n{rows}---\nbody\n"
    entry = read(text.replace("\n", line_end))
    assert {problem.code for problem in entry.diagnostics} <= {"unknown-key", "missing-key"}
    for path, value in scalars(front_matter, ()):
        assert at(entry, entry.at(path)) == value
        keys = [path[: place + 1] for place, step in enumerate(path) if isinstance(step, str)]
        assert all(at(entry, entry.at(key, key=True)) == key[-1] for key in keys)


def test_columns_count_letters_and_not_bytes():
    entry = read("---\nactors: [المرصد, 😀, hts]\n---\n")
    assert [at(entry, entry.at(("actors", place))) for place in range(3)] == ["المرصد", "😀", "hts"]


def test_a_list_in_brackets_is_marked_from_bracket_to_bracket():
    entry = read("---\nactors: [a, b]   # two\nvia: {a: b}\n---\n")
    assert [at(entry, entry.at((key,))) for key in ("actors", "via")] == ["[a, b]", "{a: b}"]


def test_a_value_on_several_lines_is_marked_to_the_end_of_its_first():
    entry = read('---\ntitle: "one\n  two"\nquote: >\n  three\n---\n')
    assert [at(entry, entry.at((key,))) for key in ("title", "quote")] == ['"one', ">"]

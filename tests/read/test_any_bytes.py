"""Whatever a file holds, reading it ends in an entry whose diagnostics can be shown."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from reading import read
from yaml import SafeLoader

from generator.model.diagnostic import Mark
from generator.read.discover import EntryKind
from generator.read.frontmatter.guard import guard
from generator.read.frontmatter.lines import Lines

pytestmark = pytest.mark.slow

TOKENS = [
    "title: ", "facts:\n", "- ", "  ", "\n", ": ", "[", "]", "{", "}", ",", "'", "\"", "|\n",
    ">-\n", "&a ", "*a", "!!int ", "!x ", "!<y> ", "<<: ", "? ", "---\n", "--- x\n", "...\n",
    "%YAML 1.1\n", "%TAG ! y\n", "# c", "\t", "x", "é", "10", "2024-11-29", "null", "~", "\\",
    "\\ud800", "\\x00", "\r", "\r\n", "\x85", "\u2028", "\x07", "@", "`", "measure: a/b\n",
    "quote: q\n", "value: 1\n", "measures:\n", "k: {label: l}\n",
]  # fmt: skip
YAMLISH = st.lists(st.sampled_from(TOKENS), max_size=30).map("".join)
KINDS = st.sampled_from(list(EntryKind))
CALM = settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def shows(entry):
    for problem in entry.diagnostics:
        assert problem.file == entry.file.path
        assert problem.excerpt == entry.lines[problem.mark.line - 1]
        assert 1 <= problem.mark.column <= len(problem.excerpt) + 1
        assert not problem.message[0].isupper()
        assert not problem.message.endswith(".")
        assert "\n" not in problem.message + problem.hint
        (problem.message + problem.hint + problem.excerpt).encode()
    return True


@CALM
@given(st.binary(max_size=200), KINDS)
@example(b"", EntryKind.SITE)
def test_no_bytes_break_the_reader(raw, kind):
    assert shows(read(raw, kind))
    assert shows(read(b"---\n" + raw + b"\n---\n", kind))


@CALM
@given(YAMLISH, KINDS)
def test_no_yaml_breaks_the_reader(text, kind):
    assert shows(read(f"---\n{text}\n---\nbody\n", kind))
    assert shows(read(text, kind))


@CALM
@given(st.text(max_size=60), KINDS)
def test_no_value_breaks_a_field(text, kind):
    keys = ["title", "name", "date", "source", "kind", "url", "base_url", "language", "timezone", "slug"]
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    rows = "".join(f"{key}: {quoted}\n" for key in keys)
    fact = f"  - measure: {quoted}\n    value: {quoted}\n    as_of: {quoted}\n    credibility: {quoted}\n"
    assert shows(read(f"---\n{rows}facts:\n{fact}aliases: [{quoted}]\n---\n", kind))


@CALM
@given(YAMLISH)
def test_no_yaml_breaks_the_guard_without_libyaml(text):
    guarded = guard(Lines(text), 0, len(text), Mark(), loader=SafeLoader)
    assert guarded.tree is not None or guarded.problems

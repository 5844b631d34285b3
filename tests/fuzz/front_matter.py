"""A whole file of any kind: it ends in an entry whose diagnostics can be shown, and no word is lost."""

import re
from collections.abc import Iterator

from generator.read.discover import EntryKind, InputFile
from generator.read.entry import Entry
from generator.read.file import read_file
from generator.read.frontmatter.fences import FENCE, Fenced, fenced
from generator.read.frontmatter.guard import guard
from generator.read.frontmatter.lines import Lines
from generator.read.frontmatter.tree import Tree
from tests.hostile.building import FOLDERS

KINDS = {kind.value.encode(): kind for kind in EntryKind}
WORD = re.compile("[a-z]{5,}")


def target(data: bytes) -> None:
    """The first line names the kind of the file (an article, where it does not); the rest is the file."""
    first, _, raw = data.partition(b"\n")
    kind = KINDS.get(first)
    if kind is None:
        kind, raw = EntryKind.ARTICLE, data
    file = read_file(InputFile(FOLDERS[kind.value], kind, "x", raw), "en")
    entry = file.entry
    for problem in entry.diagnostics:
        assert problem.file == entry.file.path
        assert problem.code != "wrong-value", (
            problem
        )  # what the library says of it, in place of words of ours
        assert problem.excerpt == entry.lines[problem.mark.line - 1]
        assert 1 <= problem.mark.column <= len(problem.excerpt) + 1, problem
        assert "\n" not in problem.message + problem.hint, problem
        (problem.message + problem.hint + problem.excerpt).encode()
    assert entry.written is not None or entry.diagnostics
    if entry.body:
        _ = file.prose
    if not entry.diagnostics:
        said = repr(entry.written)
        assert not (lost := [word for word in typed(entry) if word not in said]), lost


def typed(entry: Entry) -> Iterator[str]:
    """The words that stand in the values of the front matter."""
    found = fenced(entry.text)
    if entry.file.kind is EntryKind.SITE:
        found = Fenced(0, len(entry.text), 0, 1)
    assert isinstance(found, Fenced)
    tree = guard(Lines(entry.text), found.start, found.end, FENCE).tree
    for leaf in _leaves(tree):
        yield from WORD.findall(leaf)


def _leaves(tree: Tree) -> Iterator[str]:
    if isinstance(tree, dict):
        for value in tree.values():
            yield from _leaves(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _leaves(value)
    elif tree is not None:
        yield tree

"""The tree grows event by event, until it is complete or something in it cannot be let through."""

import re
from typing import Any

import yaml
from msgspec import Struct, field

from generator.model.diagnostic import Diagnostic, Mark
from generator.model.written.mistake import quoted
from generator.read.frontmatter.lines import Lines
from generator.read.frontmatter.tree import Guarded, Marks, Path, Stretch, Tree
from generator.read.limits import DEPTH, NODES, VALUE, size

# Escapes in double quotes can write what may not stand in the file itself.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
NULLS = {"", "~", "null"}
QUOTE = "put the value in quotes"


class _Branch(Struct):
    """A list or a group of keys that is still open."""

    node: Any
    """The list or the dictionary itself."""
    path: Path
    start: int
    flow: bool
    kept: bool
    grouped: bool
    """Whether it is a group of keys."""
    key: str | None = None
    """The key whose value comes next."""
    key_kept: bool = True
    starts: dict[str, int] = field(default_factory=dict)
    """Where each key stands first."""


class Growing:
    """A tree under construction, and what was found wrong on the way."""

    def __init__(self, lines: Lines, offset: int, top: Mark, *, fenced: bool) -> None:
        self.last: Any = None
        """The event that was taken last."""
        self._lines, self._offset, self._top, self._fenced = lines, offset, top, fenced
        self._branches: list[_Branch] = []
        self._root: dict[str, Tree] = {}
        self._values: dict[Path, Stretch] = {}
        self._keys: dict[Path, Stretch] = {}
        self._problems: list[Diagnostic] = []
        self._refused: set[Path] = set()
        self._nodes = 0
        self._documents = 0

    @property
    def open_brackets(self) -> tuple[int, ...]:
        """The indexes of the brackets that are open, outermost first."""
        return tuple(branch.start for branch in self._branches if branch.flow)

    def grown(self) -> Guarded:
        """The complete tree, or what is known of an incomplete one."""
        tree = None if any(problem.code in FATAL for problem in self._problems) else self._root
        return Guarded(tree, self._marks, tuple(self._problems), frozenset(self._refused))

    def stopped(self, problem: Diagnostic) -> Guarded:
        """What is known when YAML itself gives up."""
        return Guarded(None, self._marks, (*self._problems, problem))

    @property
    def _marks(self) -> Marks:
        return Marks(self._lines, self._top, self._values, self._keys)

    def take(self, event: Any) -> bool:
        """Takes one event; False when it makes no sense to go on."""
        self.last = event
        kind = type(event)
        # The most frequent first: this is asked of every event of every file.
        if kind is yaml.ScalarEvent:
            return self._node(event)
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent or kind is yaml.AliasEvent:
            return self._node(event)
        elif kind is yaml.DocumentStartEvent:
            return self._start_document(event)
        elif kind is yaml.DocumentEndEvent and event.explicit:
            start, end = self._span(event)
            hint = "delete this line"
            return self._fatal(
                "several-documents", start, end, "nothing may end the front matter early", hint
            )
        return True

    def _start_document(self, event: Any) -> bool:
        self._documents += 1
        start, end = self._span(event)
        if event.version or event.tags:
            return self._fatal(
                "directive", start, end, "lines that start with % are not allowed", "delete it"
            )
        if self._documents > 1 or (event.explicit and self._fenced):
            return self._fatal(
                "several-documents", start, end, "a second document starts here", "delete this line"
            )
        return True

    def _node(self, event: Any) -> bool:
        start, end = self._span(event)
        self._nodes += 1
        if self._nodes > NODES:
            return self._fatal("too-many", start, end, f"more than {NODES:,} keys and values", "shorten it")
        if not self._branches:
            return self._top_node(event, start, end)
        branch = self._branches[-1]
        if not branch.grouped:
            path, kept = (*branch.path, len(branch.node)), branch.kept
        elif branch.key is None:
            return self._key(event, branch, start, end)
        else:
            path, kept = (*branch.path, branch.key), branch.key_kept
        if type(event) is yaml.ScalarEvent:
            self._leaf(event, branch, path, start, end, kept=kept)
            return True
        self._refuse(event, path, start, end)
        if type(event) is not yaml.AliasEvent:
            return self._open(event, branch, path, start, kept=kept)
        self._put(branch, None, path, (start, end), kept=kept)
        return True

    def _top_node(self, event: Any, start: int, end: int) -> bool:
        if type(event) is not yaml.MappingStartEvent:
            hint = "write one key a line, such as title: Fighters reach the edge"
            return self._fatal("not-a-mapping", start, None, "keys with values are expected here", hint)
        self._refuse(event, (), start, end)
        self._branches.append(_Branch(self._root, (), start, bool(event.flow_style), True, True))
        return True

    def _key(self, event: Any, branch: _Branch, start: int, end: int) -> bool:
        if type(event) is not yaml.ScalarEvent:
            return self._fatal("not-a-key", start, end, "a key must be a word", "put it in quotes")
        key: str = event.value
        path = (*branch.path, key)
        if event.anchor is not None or event.tag is not None:
            self._refuse(event, path, start, end)
        branch.key, branch.key_kept = key, branch.kept
        if not event.style and key == "<<":
            branch.key_kept = False
            self._problem("merge-key", start, end, "the merge key << is not allowed", "write the keys out")
        elif key in branch.starts:
            branch.key_kept = False
            first = f"it stands in line {self._lines.number(branch.starts[key])} already"
            self._problem("duplicate-key", start, end, f"the key {quoted(key)} is here twice", first)
        elif branch.kept:
            self._keys[path] = (start, end)
        branch.starts.setdefault(key, start)
        return True

    def _open(self, event: Any, branch: _Branch, path: Path, start: int, *, kept: bool) -> bool:
        if len(self._branches) >= DEPTH:
            message = f"more than {DEPTH} lists and groups inside each other"
            return self._fatal("too-deep", start, start + 1, message, "put the text in quotes if it is one")
        grouped = type(event) is yaml.MappingStartEvent
        node: Tree = {} if grouped else []
        self._put(branch, node, path, (start, None), kept=kept)
        self._branches.append(_Branch(node, path, start, bool(event.flow_style), kept, grouped))
        return True

    def _close(self, event: Any) -> None:
        branch = self._branches.pop()
        if branch.flow and branch.kept and branch.path:
            self._values[branch.path] = (branch.start, self._span(event)[1])

    def _leaf(self, event: Any, branch: _Branch, path: Path, start: int, end: int, *, kept: bool) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse(event, path, start, end)
        value: str = event.value
        if len(value) > VALUE // 4 and len(value.encode("utf-8", "replace")) > VALUE:
            self._refused.add(path)
            hint = "move it below the front matter"
            self._problem("too-large", start, end, f"the value is larger than {size(VALUE)}", hint)
        if not value.isprintable() and (found := UNPRINTABLE.search(value)):
            self._refused.add(path)
            message = f"the value holds the sign U+{ord(found[0]):04X}"
            self._problem("control-character", start, end, message, "delete it")
        at = (self._keys.get(path) if start == end else None) or (start, end)
        self._put(branch, None if not event.style and value in NULLS else value, path, at, kept=kept)

    def _put(self, branch: _Branch, value: Tree, path: Path, at: Stretch, *, kept: bool) -> None:
        if kept:
            self._values[path] = at
        if not branch.grouped:
            branch.node.append(value)
            return
        if kept:
            branch.node[branch.key] = value
        branch.key = None

    def _refuse(self, event: Any, path: Path, start: int, end: int) -> None:
        """Complains about anchors, aliases and tags; the value itself is read on as text."""
        if type(event) is yaml.AliasEvent:
            self._refused.add(path)
            self._problem("alias", start, end, f"the alias *{event.anchor} is not allowed", QUOTE)
            return
        if event.anchor is not None:
            self._problem("anchor", start, end, f"the anchor &{event.anchor} is not allowed", QUOTE)
        if event.tag is not None:
            self._refused.add(path)
            self._problem("tag", start, end, f"the tag {_tag(event.tag)} is not allowed", QUOTE)

    def _span(self, event: Any) -> tuple[int, int]:
        return self._offset + event.start_mark.index, self._offset + event.end_mark.index

    def _problem(self, code: str, start: int, end: int | None, message: str, hint: str = "") -> None:
        self._problems.append(Diagnostic(code, "", self._lines.mark(start, end), message, hint))

    def _fatal(self, code: str, start: int, end: int | None, message: str, hint: str = "") -> bool:
        self._problem(code, start, end, message, hint)
        return False


FATAL = {"several-documents", "directive", "too-many", "not-a-mapping", "not-a-key", "too-deep"}
"""After these nothing more is read."""


def _tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!") if tag.startswith("tag:") else tag

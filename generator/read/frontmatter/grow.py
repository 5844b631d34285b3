"""The tree grows event by event, until it is complete or something in it cannot be let through."""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.model.diagnostic import Diagnostic, Mark
from generator.model.written.mistake import quoted
from generator.read.frontmatter.lines import Lines
from generator.read.frontmatter.tree import Guarded, Marks, Path, Tree
from generator.read.limits import DEPTH, NODES, VALUE, size

# Escapes in double quotes can write what may not stand in the file itself.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
NULLS = {"", "~", "null"}
QUOTE = "put the value in quotes"


@dataclass(slots=True)
class _Branch:
    """A list or a group of keys that is still open."""

    node: dict[str, Tree] | list[Tree]
    path: Path
    start: int
    flow: bool
    kept: bool
    key: str | None = None
    key_kept: bool = True
    lines: dict[str, int] = field(default_factory=dict)


class Growing:
    """A tree under construction, and what was found wrong on the way."""

    def __init__(self, lines: Lines, offset: int, top: Mark, *, fenced: bool) -> None:
        self.last: Any = None
        """The event before the present one."""
        self._lines, self._offset, self._top, self._fenced = lines, offset, top, fenced
        self._branches: list[_Branch] = []
        self._root: dict[str, Tree] = {}
        self._values: dict[Path, Mark] = {(): top}
        self._keys: dict[Path, Mark] = {}
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
        return Guarded(tree, Marks(self._values, self._keys), tuple(self._problems), frozenset(self._refused))

    def stopped(self, problem: Diagnostic) -> Guarded:
        """What is known when YAML itself gives up."""
        return Guarded(None, Marks(self._values, self._keys), (*self._problems, problem))

    def take(self, event: Any) -> bool:
        """Takes one event; False when it makes no sense to go on."""
        going = self._take(event)
        self.last = event
        return going

    def _take(self, event: Any) -> bool:
        match event:
            case yaml.DocumentStartEvent():
                return self._start_document(event)
            case yaml.DocumentEndEvent(explicit=True):
                start, end = self._span(event)
                return self._fatal(
                    "several-documents",
                    start,
                    end,
                    "nothing may end the front matter early",
                    "delete this line",
                )
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close(event)
            case yaml.AliasEvent() | yaml.ScalarEvent() | yaml.CollectionStartEvent():
                return self._node(event)
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
        if not self._branches and not isinstance(event, yaml.MappingStartEvent):
            hint = "write one key a line, such as title: Fighters reach the edge"
            return self._fatal("not-a-mapping", start, None, "keys with values are expected here", hint)
        branch = self._branches[-1] if self._branches else None
        if branch and isinstance(branch.node, dict) and branch.key is None:
            return self._key(event, branch)
        path, kept = _next(branch)
        self._refuse(event, path, start, end)
        if isinstance(event, yaml.CollectionStartEvent):
            return self._open(event, branch, path, kept=kept)
        self._leaf(event, branch, path, kept=kept)
        return True

    def _key(self, event: Any, branch: _Branch) -> bool:
        start, end = self._span(event)
        if not isinstance(event, yaml.ScalarEvent):
            return self._fatal("not-a-key", start, end, "a key must be a word", "put it in quotes")
        key, path = event.value, (*branch.path, event.value)
        self._refuse(event, path, start, end)
        branch.key, branch.key_kept = key, branch.kept
        if not event.style and key == "<<":
            branch.key_kept = False
            self._problem("merge-key", start, end, "the merge key << is not allowed", "write the keys out")
        elif key in branch.lines:
            branch.key_kept = False
            first = f"it stands in line {branch.lines[key]} already"
            self._problem("duplicate-key", start, end, f"the key {quoted(key)} is here twice", first)
        elif branch.kept:
            self._keys[path] = self._lines.mark(start, end)
        branch.lines.setdefault(key, self._lines.mark(start).line)
        return True

    def _open(self, event: Any, branch: _Branch | None, path: Path, *, kept: bool) -> bool:
        start = self._span(event)[0]
        if len(self._branches) >= DEPTH:
            message = f"more than {DEPTH} lists and groups inside each other"
            return self._fatal("too-deep", start, start + 1, message, "put the text in quotes if it is one")
        node: dict[str, Tree] | list[Tree]
        node = {} if isinstance(event, yaml.MappingStartEvent) else []
        if branch is None and isinstance(node, dict):
            self._root = node
        elif branch is not None:
            _put(branch, node, kept=kept)
            if kept:
                self._values[path] = self._lines.mark(start)
        self._branches.append(_Branch(node, path, start, bool(event.flow_style), kept))
        return True

    def _close(self, event: Any) -> None:
        branch = self._branches.pop()
        if branch.flow and branch.kept and branch.path:
            self._values[branch.path] = self._lines.mark(branch.start, self._span(event)[1])

    def _leaf(self, event: Any, branch: _Branch | None, path: Path, *, kept: bool) -> None:
        start, end = self._span(event)
        value = None
        if isinstance(event, yaml.ScalarEvent):
            value = None if not event.style and event.value in NULLS else event.value
            if len(event.value.encode("utf-8", "replace")) > VALUE:
                self._refused.add(path)
                hint = "move it below the front matter"
                self._problem("too-large", start, end, f"the value is larger than {size(VALUE)}", hint)
            if found := UNPRINTABLE.search(event.value):
                self._refused.add(path)
                message = f"the value holds the sign U+{ord(found[0]):04X}"
                self._problem("control-character", start, end, message, "delete it")
        if branch is None:
            return
        if kept:
            empty = start == end
            self._values[path] = (self._keys.get(path) if empty else None) or self._lines.mark(start, end)
        _put(branch, value, kept=kept)

    def _refuse(self, event: Any, path: Path, start: int, end: int) -> None:
        """Complains about anchors, aliases and tags; the value itself is read on as text."""
        if isinstance(event, yaml.AliasEvent):
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


def _next(branch: _Branch | None) -> tuple[Path, bool]:
    """The path of the next value of a branch, and whether it is kept."""
    if branch is None:
        return (), True
    if isinstance(branch.node, list):
        return (*branch.path, len(branch.node)), branch.kept
    return (*branch.path, branch.key or ""), branch.key_kept


def _put(branch: _Branch, value: Tree, *, kept: bool) -> None:
    if isinstance(branch.node, list):
        branch.node.append(value)
        return
    if kept:
        branch.node[branch.key or ""] = value
    branch.key = None


def _tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!") if tag.startswith("tag:") else tag

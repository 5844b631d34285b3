"""Front matter as read: a plain tree in which every scalar is text, and a mark for every value and key."""

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct, field

from generator.model.diagnostic import Diagnostic, Mark
from generator.read.frontmatter.lines import Lines

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str | None"
Path: TypeAlias = tuple[str | int, ...]
"""The way to a value from the top: `("facts", 0, "value")`."""
Stretch: TypeAlias = tuple[int, int | None]
"""Where something starts and ends in the text of the file; without an end it goes on to that of its line."""


class Marks(Struct, frozen=True):
    """Where values and keys stand, by path. A key without a value has its value's mark at the key."""

    lines: Lines = field(default_factory=Lines)
    top: Mark = field(default_factory=Mark)
    """That of the whole."""
    values: Mapping[Path, Stretch] = field(default_factory=dict)
    keys: Mapping[Path, Stretch] = field(default_factory=dict)

    def at(self, path: Path, *, key: bool = False) -> Mark:
        """The mark of a value, or of its key, or of the nearest that holds it."""
        if key and path in self.keys:
            return self.lines.mark(*self.keys[path])
        for length in range(len(path), 0, -1):
            if path[:length] in self.values:
                return self.lines.mark(*self.values[path[:length]])
        return self.top


class Guarded(Struct, frozen=True):
    """What the guard let through; `tree` is None when the front matter could not be read to its end."""

    tree: dict[str, Tree] | None
    marks: Marks = Marks()
    problems: tuple[Diagnostic, ...] = ()
    """They do not know their file yet."""
    refused: frozenset[Path] = frozenset()
    """Values that the guard has complained about, so nothing more need be said about them."""

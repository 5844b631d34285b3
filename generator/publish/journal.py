"""What a build is about to do to an output folder, written down before the first change."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from generator.publish.paths import JOURNAL, is_safe

VERSION = 1


class Journal(Struct, frozen=True):
    """Paths in the order in which they are changed. Whoever finds it finishes what it says, or undoes it."""

    in_the_way: tuple[str, ...] = ()
    """Removed before anything is written."""
    write: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    """Removed when everything is written, so that links lead somewhere all the while."""
    added: frozenset[str] = frozenset()
    """Those of `write` where nothing stood before."""
    is_first: bool = True
    """Whether no build has written to the folder before."""
    undoing: bool = False
    """Whether what was done is to be taken back."""

    @property
    def numbered(self) -> Iterator[tuple[int, str]]:
        """Every path with the number under which it lies in the stage."""
        return enumerate((*self.in_the_way, *self.write, *self.gone))

    @property
    def writes(self) -> range:
        """The numbers of `write`."""
        return range(len(self.in_the_way), len(self.in_the_way) + len(self.write))

    def encode(self) -> bytes:
        """As it stands on disk."""
        said = {
            "version": VERSION,
            "is_first": self.is_first,
            "undoing": self.undoing,
            "in_the_way": self.in_the_way,
            "write": self.write,
            "gone": self.gone,
            "added": sorted(self.added),
        }
        return json.dumps(said, indent=1).encode() + b"\n"


def read_journal(output: Path) -> Journal | None:
    """The journal of a build that was ended half-way; None when there is none that was written whole."""
    file = output / JOURNAL
    try:
        if file.is_symlink():
            return None
        said: Any = json.loads(file.read_bytes())
        is_first, undoing = said["is_first"], said["undoing"]
        if said["version"] != VERSION or not (isinstance(is_first, bool) and isinstance(undoing, bool)):
            return None
        lists = [tuple(map(str, said[name])) for name in ("in_the_way", "write", "gone", "added")]
    except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if not all(is_safe(path) for paths in lists for path in paths):
        return None
    in_the_way, write, gone, added = lists
    return Journal(in_the_way, write, gone, frozenset(added), is_first, undoing)

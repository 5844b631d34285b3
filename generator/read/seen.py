"""Files as they were when they were last read, so that one that has not changed is not read again."""

import os
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import Generic, NamedTuple, TypeVar

from msgspec import Struct

T = TypeVar("T")

SETTLED = 2_000_000_000
"""Nanoseconds after which a change would show in the time of a file; some clocks of disks are that coarse."""


class Stamp(NamedTuple):
    """What the machine says of a file without reading it."""

    size: int
    modified: int
    changed: int
    inode: int

    @classmethod
    def of(cls, stat: os.stat_result) -> "Stamp":
        """Of what `stat` says."""
        return cls(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)

    def is_settled(self, now: int) -> bool:
        """Whether the file was left alone long enough for its stamp to be trusted."""
        return now - max(self.modified, self.changed) > SETTLED


class Earlier(Struct, Generic[T], frozen=True):
    """What an earlier process has seen, and where to note what this one sees."""

    recall: Callable[[str, Stamp], T | None]
    """What was read of a file, by its path and stamp."""
    note: Callable[[str, Stamp, T], None]
    """Remember what was read of a file whose stamp is settled."""
    done: Callable[[Collection[str]], None]
    """Told at the end of each look of the paths of all files."""


class Seen(Generic[T]):
    """What was read of each file, by its path. Content decides; a stamp only saves reading, once settled."""

    def __init__(self, earlier: Earlier[T] | None = None) -> None:
        self._files: dict[str, tuple[Stamp, bool, T]] = {}
        self._asked: set[str] = set()
        self._earlier = earlier

    @contextmanager
    def walk(self) -> Iterator[None]:
        """A look at all files; what nobody asked for while it lasted is gone, and forgotten."""
        self._asked.clear()
        yield
        for path in self._files.keys() - self._asked:
            del self._files[path]
        if self._earlier:
            self._earlier.done(self._asked)

    def unchanged(self, path: str, stat: os.stat_result) -> T | None:
        """What was read of a file that has certainly not changed since; None otherwise."""
        self._asked.add(path)
        stamp, found = Stamp.of(stat), self._files.get(path)
        if found:
            return found[2] if found[1] and found[0] == stamp else None
        recalled = self._earlier.recall(path, stamp) if self._earlier else None
        if recalled is not None:
            self._files[path] = (stamp, True, recalled)
        return recalled

    def read(self, path: str, stat: os.stat_result, file: T) -> T:
        """Remember what was read; returns what was known before, where it is the same."""
        self._asked.add(path)
        found = self._files.get(path)
        same = found[2] if found and found[2] == file else file
        stamp = Stamp.of(stat)
        settled = stamp.is_settled(time.time_ns())
        self._files[path] = (stamp, settled, same)
        if settled and self._earlier:
            self._earlier.note(path, stamp, same)
        return same

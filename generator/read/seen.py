"""Files as they were when they were last read, so that one that has not changed is not read again."""

import os
import time
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

SETTLED = 2_000_000_000
"""Nanoseconds after which a change would show in the time of a file; some clocks of disks are that coarse."""


@dataclass(frozen=True, slots=True)
class Stamp:
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


class Seen(Generic[T]):
    """What was read of each file, by its path. Content decides; a stamp only saves reading, once settled."""

    def __init__(self) -> None:
        self._files: dict[str, tuple[Stamp, bool, T]] = {}

    def unchanged(self, path: str, stat: os.stat_result) -> T | None:
        """What was read of a file that has certainly not changed since; None otherwise."""
        found = self._files.get(path)
        return found[2] if found and found[1] and found[0] == Stamp.of(stat) else None

    def read(self, path: str, stat: os.stat_result, file: T) -> T:
        """Remember what was read; returns what was known before, where it is the same."""
        found = self._files.get(path)
        same = found[2] if found and found[2] == file else file
        stamp = Stamp.of(stat)
        self._files[path] = (stamp, stamp.is_settled(time.time_ns()), same)
        return same

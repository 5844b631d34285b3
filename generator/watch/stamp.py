"""How a file looks from outside, so that two looks at it tell whether it changed in between."""

import hashlib
import os
import stat
import time
from pathlib import Path
from typing import NamedTuple

YOUNG = 2 * 10**9
"""Nanoseconds in which a second change may leave every time as it is: the coarsest clock of a file system."""
FACTS = 5
"""The fields of a stamp that the file system gives, which come first."""
LARGEST = 4 * 2**20
"""Bytes of a file whose content is looked at; a larger one is known by its size and times alone."""


class Stamp(NamedTuple):
    """A file at one moment. A named tuple, because there is one for every file at every rescan."""

    mode: int
    inode: int
    size: int = 0
    mtime_ns: int = 0
    ctime_ns: int = 0
    young: bool = False
    """Whether it was so young that its times did not prove that it would stay the same."""
    digest: bytes = b""
    """Of the content; only of a file that is young, or was when it was looked at before."""

    @property
    def is_folder(self) -> bool:
        """Whether other files can stand below it."""
        return stat.S_ISDIR(self.mode)


def stamp(path: str, found: os.stat_result, before: Stamp | None = None) -> Stamp:
    """How a file looks now; `before` is how it looked the last time."""
    if stat.S_ISDIR(found.st_mode):
        # A folder is known by what stands in it; of its own, only being replaced or locked matters.
        facts = (found.st_mode, found.st_ino, 0, 0, 0)
    else:
        facts = (found.st_mode, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    same = before is not None and before[:FACTS] == facts
    if before and same and not before.young:
        return before  # so it goes for almost all files, thousands of them at every rescan
    now = Stamp(*facts)
    # The clock may have been set, and a server's may differ: a time to come is as doubtful as a late one.
    young = abs(time.time_ns() - max(now.mtime_ns, now.ctime_ns)) < YOUNG
    if young or same:
        return now._replace(young=young, digest=_digest(path, found))
    return now


def differ(before: Stamp | None, now: Stamp | None) -> bool:
    """Whether the file changed between two looks; None where there was no file."""
    if before is None or now is None or before is now:
        return before is not now
    return before[:FACTS] != now[:FACTS] or bool(before.digest and now.digest and before.digest != now.digest)


def _digest(path: str, found: os.stat_result) -> bytes:
    if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
        return b""
    try:
        with Path(path).open("rb") as stream:
            return hashlib.file_digest(stream, "blake2b").digest()
    except OSError:
        return b""

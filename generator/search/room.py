"""Where the pages of a shard are laid out: in memory, where the machine keeps a folder for that.

A disk takes a millisecond to make or remove a folder, and each page has one: half the time of indexing.
"""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock, Timeout

MEMORY = Path("/dev/shm")  # noqa: S108 -- only folders of an unforeseeable name are made there
TIMES = 4
"""How many times what is laid out must fit in: the index, too, and the next shard."""
SPARE = 1 << 24
"""Bytes that are left to others in any case."""
YOUNG = 60
"""Seconds in which a folder is let alone that nobody holds: somebody may be about to."""
_CHOSEN = ("TMPDIR", "TEMP", "TMP")
_PREFIX = "dateline-search-"
_HELD = "held"


@contextmanager
def room_for(size: int) -> Iterator[Path]:
    """An empty folder for so many bytes and what is made of them, for as long as it is wanted.

    What a build has left in memory that was killed is removed first: no restart of a program would do so.
    """
    place = quick_folder(size)
    if place:
        _sweep(place)
    with (
        TemporaryDirectory(prefix=_PREFIX, dir=place, ignore_cleanup_errors=True) as folder,
        FileLock(Path(folder) / _HELD),
    ):
        yield Path(folder)


def quick_folder(size: int) -> Path | None:
    """A folder in memory with room for so many bytes and what is made of them.

    None where there is none, or where the user has chosen a folder for what does not last.
    """
    if any(os.environ.get(name) for name in _CHOSEN) or not os.access(MEMORY, os.W_OK | os.X_OK):
        return None
    try:
        disk = os.statvfs(MEMORY)
    except (OSError, AttributeError):
        return None
    return MEMORY if disk.f_bavail * disk.f_frsize >= TIMES * size + SPARE else None


def _sweep(place: Path) -> None:
    for folder in place.glob(f"{_PREFIX}*"):
        with suppress(OSError, Timeout):
            found = folder.lstat()
            is_ours = found.st_uid == os.getuid() and not folder.is_symlink()
            if is_ours and time.time() - found.st_mtime > YOUNG:
                with FileLock(folder / _HELD, timeout=0):
                    shutil.rmtree(folder, ignore_errors=True)

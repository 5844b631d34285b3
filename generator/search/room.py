"""Where the pages of a shard are laid out: in memory, where the machine keeps a folder for that.

A disk takes a millisecond to make or remove a folder, and each page has one: half the time of indexing.
"""

import os
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 -- only folders of an unforeseeable name are made there
TIMES = 4
"""How many times what is laid out must fit in: the index, too, and the next shard."""
SPARE = 1 << 24
"""Bytes that are left to others in any case."""
_CHOSEN = ("TMPDIR", "TEMP", "TMP")


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

"""What stands at a place of the disk."""

import os
import stat
from enum import Enum, auto
from pathlib import Path


class Kind(Enum):
    """What stands at a path. A symbolic link is OTHER and never followed."""

    NOTHING = auto()
    FILE = auto()
    FOLDER = auto()
    OTHER = auto()


def kind_at(place: str | Path) -> Kind:
    """What stands at a place. Raises OSError where nobody lets us look."""
    try:
        mode = os.lstat(place).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return Kind.NOTHING
    return Kind.FILE if stat.S_ISREG(mode) else Kind.FOLDER if stat.S_ISDIR(mode) else Kind.OTHER

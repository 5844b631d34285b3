"""Python and the libraries that are installed beside us."""

import sys
from functools import cache
from pathlib import Path


@cache
def installed() -> str:
    """Their versions, told by the names of folders: nothing of them is read."""
    places = {Path(place) for place in sys.path if place}
    names = (entry.name for place in places if place.is_dir() for entry in place.iterdir())
    return "\n".join((sys.version, *sorted({name for name in names if name.endswith(".dist-info")})))

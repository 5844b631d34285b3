"""Where the Pagefind program is."""

import importlib
import os
import shutil
from pathlib import Path

from generator.errors import SearchError

HINT = "Install it with `pip install pagefind-bin-extended`, or build with --no-search."


def find_pagefind(setting: str | None = None) -> tuple[str, ...]:
    """The command that runs Pagefind: the site's own setting, else the installed one, else one on the PATH.

    `setting` is a path, taken from the working directory when it is relative. The command is absolute,
    because Pagefind is run in an empty folder. Raises SearchError when there is none.
    """
    if setting is not None:
        return (_usable(Path(setting)),)
    installed = _installed()
    if installed is not None:
        return (_usable(installed),)
    for name in ("pagefind_extended", "pagefind"):
        found = shutil.which(name)
        if found is not None:
            return (str(Path(found).absolute()),)
    raise SearchError("Pagefind, which makes the search, is not installed.", HINT)


def _installed() -> Path | None:
    """The program inside the wheel; started directly, so that no second Python stands in between."""
    try:
        wheel = importlib.import_module("pagefind_bin_extended")
        return Path(wheel.get_executable())
    except (ImportError, FileNotFoundError):
        return None


def _usable(program: Path) -> str:
    if not program.is_file():
        raise SearchError(f"There is no Pagefind program at {program}.", HINT)
    if not os.access(program, os.X_OK):
        raise SearchError(f"The Pagefind program {program} may not be run.", f"Try `chmod +x {program}`.")
    return str(program.absolute())

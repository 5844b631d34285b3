"""Where the Pagefind program is, and which one it is."""

import importlib
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.errors import SearchError
from generator.search.run import run

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


def identity(command: Sequence[str]) -> tuple[str, str]:
    """The version that a Pagefind program prints, and its size: together they tell it from others.

    Reading all 59 MB of it takes longer than indexing a small site. Raises SearchError when it cannot be run.
    """
    try:
        with TemporaryDirectory(prefix="dateline-search-", ignore_cleanup_errors=True) as empty:
            ran = run([*command, "--version"], Path(empty), limit=60)
        if ran.code != 0:
            raise SearchError(f"Pagefind does not run ({command[0]}): {ran.told or 'it printed nothing'}")
        return ran.output.strip(), str(Path(command[0]).stat().st_size)
    except OSError as error:
        raise SearchError(f"Pagefind cannot be read: {command[0]}: {error.strerror}.") from error


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

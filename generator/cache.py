"""The folder in which a build leaves what the next one can use. It can be deleted at any time."""

import time
from contextlib import suppress
from pathlib import Path

NAME = ".dateline"
LEFT = 86_400
"""Seconds after which what lies there was left by a build that was ended, and not by one that is at work."""
_SAYS = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# Made by Dateline; it can be deleted.\n",
}


def cache_folder(folder: Path) -> Path | None:
    """The folder, made where it is not there; None where it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in _SAYS.items():
            file = folder / name
            if not file.exists():
                file.write_text(text, encoding="utf-8")
    except OSError:
        return None
    for left in folder.glob("stage-*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > LEFT:
                _empty(left)
    return folder


def _empty(folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()

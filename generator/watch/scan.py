"""Every file below a folder, with what the file system says about it."""

import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path


def scan(top: str, *, follow: bool = False) -> Iterator[tuple[str, os.stat_result]]:
    """A file or folder, if it is there, and all that stands below it.

    Links are not followed, but for the top itself where that is wanted. What vanishes or is locked in the
    meantime is left out: it is not there for a reader, either.
    """
    try:
        found = Path(top).stat(follow_symlinks=follow)
    except OSError:
        return
    yield top, found
    waiting = [top] if stat.S_ISDIR(found.st_mode) else []
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if not ignored(entry.name):
                        found = entry.stat(follow_symlinks=False)
                        yield entry.path, found
                        if stat.S_ISDIR(found.st_mode):
                            waiting.append(entry.path)
        except OSError:
            continue


def ignored(name: str) -> bool:
    """Hidden files, and what editors keep beside the file that is written: `.a.md.swp`, `a.md~`, `#a.md#`."""
    return name.startswith(".") or name.endswith("~") or (name.startswith("#") and name.endswith("#"))


def stands_below(path: str, tops: Collection[str]) -> bool:
    """Whether a path is one of these or stands below one."""
    while path and path not in tops:
        path = path.rpartition(os.sep)[0]
    return path in tops

"""Paths inside content/, as a link writes them from the file that it stands in."""

import re
from functools import lru_cache
from posixpath import dirname, relpath
from urllib.parse import quote, unquote

_NO_PATH = re.compile(r"[\x00-\x1f\x7f\\?]")


@lru_cache(maxsize=1 << 16)
def content_path(file: str, written: str) -> str | None:
    """The path from the folder that holds content/ (`content/actors/sohr.md`) that a link in a file means.

    None when it would leave content/. Percent signs are decoded once, and nothing is looked up on the disk.
    """
    path = unquote(written.partition("#")[0])
    if _NO_PATH.search(path) or path.startswith("/"):
        return None
    parts = dirname(file).split("/")
    for part in path.split("/"):
        if part == "..":
            parts.pop()
            if not parts:
                return None
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def written_from(file: str, path: str) -> str:
    """What a link in a file has to say to lead to a path: `../actors/sohr.md`."""
    return quote(relpath(path, dirname(file)), safe="/")

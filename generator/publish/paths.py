"""The paths of a site's files, from the root of the output folder, with forward slashes."""

from collections.abc import Iterable
from pathlib import PurePosixPath

MANIFEST = ".dateline.json"
"""The list of what a build made."""

UNFINISHED = ".dateline-new"
"""The name of a file before it takes its place; only a build that was ended leaves one behind."""


def is_safe(path: str) -> bool:
    """Whether a path stays inside the output folder, is written one way only, and is not a name of ours."""
    parts = path.split("/")
    return (
        not {"", ".", "..", UNFINISHED} & set(parts)
        and path != MANIFEST
        and not any(character in path for character in "\\\0")
        and not PurePosixPath(path).is_absolute()
        and path[1:2] != ":"
    )


def folders_of(path: str) -> tuple[str, ...]:
    """The folders that hold a path, outermost first: `a` and `a/b` for `a/b/c`."""
    parts = path.split("/")[:-1]
    return tuple("/".join(parts[: depth + 1]) for depth in range(len(parts)))


def check_site(paths: Iterable[str]) -> None:
    """Refuse a site that cannot be written; ValueError, because a page was planned wrongly."""
    site = set(paths)
    for path in sorted(site):
        if not is_safe(path):
            raise ValueError(f"not a path inside the output folder: {path!r}")
        for folder in folders_of(path):
            if folder in site:
                raise ValueError(f"{folder!r} is to be both a file and a folder")

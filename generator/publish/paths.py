"""The paths of a site's files, from the root of the output folder, with forward slashes."""

from collections.abc import Iterable

MANIFEST = ".dateline.json"
"""The list of what a build made."""

LOCK = ".dateline.lock"
"""Held by the build that writes to the folder; there for no longer than that."""

STAGE = ".dateline-stage"
"""The folder of what waits to take its place, and of what it takes the place of."""

JOURNAL = ".dateline-journal.json"
"""What is being done to the folder; there from the first change to the last."""

UNFINISHED = ".dateline-new"
"""The name of one of these before it takes its place; only a build that was ended leaves one behind."""

PASSING = frozenset((LOCK, STAGE, JOURNAL, UNFINISHED))
"""What stands in the root of an output folder while a build writes to it, and at no other time."""

_NOT_PARTS = frozenset(("", ".", ".."))


def is_safe(path: str) -> bool:
    """Whether a path stays inside the output folder, is written one way only, and is not a name of ours."""
    parts = path.split("/")
    return (
        _NOT_PARTS.isdisjoint(parts)
        and parts[0] not in PASSING
        and path != MANIFEST
        and "\\" not in path
        and "\0" not in path
        and path[1:2] != ":"
    )


def folders_of(path: str) -> tuple[str, ...]:
    """The folders that hold a path, outermost first: `a` and `a/b` for `a/b/c`."""
    parts = path.split("/")[:-1]
    return tuple("/".join(parts[: depth + 1]) for depth in range(len(parts)))


def check_site(paths: Iterable[str]) -> None:
    """Refuse a site that cannot be written; ValueError, because a page was planned wrongly."""
    site, folders = set(paths), set[str]()
    for path in sorted(site):
        if not is_safe(path):
            raise ValueError(f"not a path inside the output folder: {path!r}")
        folder = path.rpartition("/")[0]
        if folder not in folders:
            folders.update(folders_of(path))
    if both := sorted(folders & site):
        raise ValueError(f"{both[0]!r} is to be both a file and a folder")

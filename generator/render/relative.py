"""Addresses relative to the page they stand on, so that the site works under any path."""

from functools import lru_cache


def relative(here: str, target: str) -> str:
    """From the page at `here` to a path of the site: from `/2024/11/` to `/facts/` is `../../facts/`.

    Addresses elsewhere (with a scheme) and fragments are returned as they are.
    """
    if not target.startswith("/"):
        return target
    part, up = part_of(here)
    if not target.startswith(part):
        return up + target[1:] or "./"
    path, mark, fragment = target.partition("#")
    if path == here:
        return f"#{fragment}" if mark else "./"
    for folder, up in _folders(here):
        if path.startswith(folder):
            return up + target[len(folder) :] or "./"
    return target


def part_of(here: str) -> tuple[str, str]:
    """The part of the site that a page stands in, and the way up to the root: `/2024/` and `../../`.

    From there the way to every other part is this way and the path. A page of no part is in that of all, `/`.
    """
    folders = _folders(here)
    return (folders[-2][0], folders[-1][1]) if len(folders) > 1 else ("/", "")


@lru_cache(maxsize=64)
def _folders(here: str) -> tuple[tuple[str, str], ...]:
    """The folders above a page with the way up to each, the nearest first: `/2024/` with `../`, `/`."""
    ends = [place + 1 for place, sign in enumerate(here) if sign == "/"]
    return tuple((here[:end], "../" * up) for up, end in enumerate(reversed(ends)))

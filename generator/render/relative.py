"""Addresses relative to the page they stand on, so that the site works under any path."""

from functools import lru_cache


def relative(here: str, target: str) -> str:
    """From the page at `here` to a path of the site: from `/2024/11/` to `/facts/` is `../../facts/`.

    Addresses elsewhere (with a scheme) and fragments are returned as they are.
    """
    if not target.startswith("/"):
        return target
    folders = _folders(here)
    if len(folders) > 1 and not target.startswith(folders[-2][0]):
        return folders[-1][1] + target[1:] or "./"  # as most do: to another part of the site
    path, mark, fragment = target.partition("#")
    if path == here:
        return f"#{fragment}" if mark else "./"
    for folder, up in folders:
        if path.startswith(folder):
            return up + target[len(folder) :] or "./"
    return target


@lru_cache(maxsize=64)
def _folders(here: str) -> tuple[tuple[str, str], ...]:
    """The folders above a page with the way up to each, the nearest first: `/2024/` with `../`, `/`."""
    ends = [place + 1 for place, sign in enumerate(here) if sign == "/"]
    return tuple((here[:end], "../" * up) for up, end in enumerate(reversed(ends)))

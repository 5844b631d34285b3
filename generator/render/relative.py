"""Addresses relative to the page they stand on, so that the site works under any path."""

from itertools import takewhile


def relative(here: str, target: str) -> str:
    """From the page at `here` to a path of the site: from `/2024/11/` to `/facts/` is `../../facts/`.

    Addresses elsewhere (with a scheme) and fragments are returned as they are.
    """
    if not target.startswith("/"):
        return target
    path, mark, fragment = target.partition("#")
    if path == here:
        return f"#{fragment}" if mark else "./"
    folders, wanted = here.split("/")[1:-1], path.split("/")[1:]
    shared = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(folders, wanted[:-1], strict=False))
    )
    steps = [".."] * (len(folders) - shared) + wanted[shared:]
    return ("/".join(steps) or "./") + mark + fragment

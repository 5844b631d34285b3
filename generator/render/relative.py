"""Addresses relative to the page they stand on, so that the site works under any path."""

import posixpath


def relative(here: str, target: str) -> str:
    """From the page at `here` to a path of the site: from `/2024/11/` to `/facts/` is `../../facts/`.

    Addresses elsewhere (with a scheme) and fragments are returned as they are.
    """
    if not target.startswith("/"):
        return target
    path, mark, fragment = target.partition("#")
    if path == here:
        return f"{mark}{fragment}" if fragment else "./"
    folder = here if here.endswith("/") else posixpath.dirname(here)
    found = posixpath.relpath(path, folder or "/")
    slash = "/" if path.endswith("/") and not found.endswith("/") else ""
    return f"{found}{slash}{mark}{fragment}"

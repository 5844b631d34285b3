"""The target of a request as a path of the site."""

import re
from urllib.parse import quote

LONGEST = 4096
"""Bytes of a target that is looked at. The longest address of a page of ours has some hundred."""

ESCAPE = re.compile(rb"%([0-9A-Fa-f]{2})")
BROKEN = re.compile(rb"%(?![0-9A-Fa-f]{2})")
DISGUISED = re.compile(rb"%(?:2f|5c)", re.IGNORECASE)
"""A slash or backslash written so that others, on the way or on disk, may take it for a part of a name."""
TWICE = re.compile("%[0-9A-Fa-f]{2}")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def site_path(target: bytes) -> str | None:
    """The path that a target asks for, decoded once; None for what cannot be the path of a page or file.

    `target` is as in the request line, with or without a query. What comes back begins with one slash and
    has no empty segment, no `.` or `..`, no backslash and no control character.
    """
    raw = target.partition(b"?")[0]
    if not raw.startswith(b"/") or b"#" in raw or BROKEN.search(raw) or DISGUISED.search(raw):
        return None
    try:
        path = ESCAPE.sub(lambda found: bytes.fromhex(found[1].decode()), raw).decode()
    except UnicodeDecodeError:
        return None
    if CONTROL.search(path) or "\\" in path or TWICE.search(path):
        return None
    segments = path[1:].split("/")
    if "" in segments[:-1] or {".", ".."} & set(segments):
        return None
    return path


def as_location(path: str) -> str:
    """A path that `site_path` gave, as a redirect may say it: it stays on this host."""
    return quote(path, safe="/-._~!$&'()*+,;=:@")

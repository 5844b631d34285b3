"""The files of a site that a copy on a disk does without."""

from pathlib import PurePosixPath

from generator.model import asset, urls
from generator.model.record import RECORD

_HOSTS = frozenset(("_headers", "_redirects", "robots.txt", RECORD, urls.NOT_FOUND.removeprefix("/")))
"""What a server reads, or shows where nothing stands; and what the next build reads."""
_INSTALLED = frozenset(
    path.removeprefix("/") for path in (urls.OFFLINE, urls.SERVICE_WORKER, urls.WEB_MANIFEST)
)
"""What a browser keeps the site with that a server sent it."""
_FEED = "feed.json"


def is_left_out(path: str) -> bool:
    """Whether a file of a site is of no use without a server: a feed, the index of the search, …"""
    if path.startswith(asset.ADDRESS.removeprefix("/")):
        return False  # the author's own
    name = PurePosixPath(path)
    return (
        path in _HOSTS
        or path in _INSTALLED
        or path.startswith("pagefind/")
        or name.suffix in {".xml", ".js"}  # scripts come back one by one, see scripts.py
        or name.name == _FEED
    )

"""Which addresses of the site can hold no redirect, because something of its own stands there."""

from dataclasses import replace

from msgspec import structs

from generator.assemble.addresses import addresses_of
from generator.model import urls
from generator.model.archive import Archive
from generator.model.page import file_of

RESERVED = (
    *("/assets/", "/files/", "/pagefind/", "/days/"),
    *(urls.ACTORS, urls.SOURCES, urls.TOPICS, urls.FACTS, urls.CORRECTIONS),
)
"""Folders that are the site's own as a whole: what stands in them changes as the archive grows."""
SERVED = ("/_headers", "/_redirects", urls.OFFLINE, urls.SERVICE_WORKER, urls.WEB_MANIFEST)
"""Files for the server, and for a browser that keeps the site."""


def taken_by(archive: Archive) -> dict[str, str]:
    """By output file: the path that it holds, old addresses and what is below RESERVED left out."""
    documents = tuple(structs.replace(document, aliases=()) for document in archive.documents)
    paths = addresses_of(replace(archive, documents=documents))
    return {file_of(path): path for path in sorted((*paths, *SERVED))}


def folders_of(file: str) -> tuple[str, ...]:
    """The folders that hold an output file, outermost first: `a` and `a/b` for `a/b/c.html`."""
    parts = file.split("/")[:-1]
    return tuple("/".join(parts[: depth + 1]) for depth in range(len(parts)))

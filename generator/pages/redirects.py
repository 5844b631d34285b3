"""Old addresses: each holds a small page that leads to where the document stands now."""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages.parts.head import Head, Link


class RedirectView(Struct, frozen=True):
    """Where a document has moved to."""

    head: Head
    """Not listed and not searched."""
    target: Link
    language: str
    """Of the document's title."""


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """A page at each old address of each document."""
    for document in archive.documents:
        for alias in document.aliases:
            yield Page(
                alias, "redirect.html", partial(_view, archive, judged, document.id, alias), listed=False
            )


def _view(archive: Archive, judged: Judged, id: str, alias: str) -> RedirectView:
    document = archive.document[id]
    head = Head(title=document.title, path=alias, listed=False)
    return RedirectView(head, Link(document.title, urls.document_url(document)), document.language)

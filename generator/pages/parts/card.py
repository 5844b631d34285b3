"""A document in a list."""

from datetime import date

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import Document
from generator.pages.parts.head import Link


class DocumentCard(Struct, frozen=True):
    """A document's title with what a reader needs to choose it."""

    document: Link
    kind: str
    day: date
    source: Link
    teaser: str
    language: str
    figures: int
    draft: bool
    withdrawn: date | None
    """The day on which it was withdrawn; None while it stands."""


def card_of(archive: Archive, document: Document) -> DocumentCard:
    """The card of a document; its teaser is the first sentence of the text."""
    source = archive.sources[document.source]
    return DocumentCard(
        document=Link(document.title, urls.document_url(document)),
        kind=document.kind.value,
        day=document.day,
        source=Link(source.name, urls.source_url(source)),
        teaser=document.teaser,
        language=document.language,
        figures=len(document.facts),
        draft=document.draft,
        withdrawn=document.withdrawn.on if document.withdrawn else None,
    )

"""A document in a list."""

import re
from dataclasses import dataclass
from datetime import date

from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.prose import Span
from generator.pages.parts.head import Link

_ASIDE = re.compile(r"<(?P<end>/?)(?:figcaption|h[1-6])\b")
"""Where text begins or ends that is not part of what runs through the document."""


@dataclass(frozen=True, slots=True)
class DocumentCard:
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
        teaser=first_sentence(document),
        language=document.language,
        figures=len(document.facts),
        draft=document.draft,
        withdrawn=document.withdrawn.on if document.withdrawn else None,
    )


def first_sentence(document: Document) -> str:
    """The first sentence of the running text on one line, without white space at its ends.

    Captions and headings come before others only where there is nothing else.
    """
    prose, aside = document.prose, False
    for piece in prose.pieces:
        for tag in _ASIDE.finditer(piece.markup):
            aside = not tag["end"]
        if not aside and piece.start < piece.end:
            sentence = prose.sentence_at(Span(piece.start, piece.end))
            line = _line(prose.text[sentence.start : sentence.end])
            if line and piece.start <= sentence.start < piece.end:
                return line
    return _line(prose.text[prose.sentences[0].start : prose.sentences[0].end]) if prose.sentences else ""


def _line(text: str) -> str:
    return " ".join(text.split())

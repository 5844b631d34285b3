"""Where an actor is mentioned, day by day, each time with the sentence."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from generator.model import paging, urls
from generator.model.archive import Archive
from generator.model.document import Document, Naming
from generator.pages.parts.head import Link


class Stretch(Struct, frozen=True):
    """A part of a sentence; `named` where it is the actor's name."""

    text: str
    named: bool = False


class MentionLine(Struct, frozen=True):
    """A sentence that names the actor."""

    sentence: tuple[Stretch, ...]
    language: str


class DocumentOfMentions(Struct, frozen=True):
    """A document with the sentences in which it names the actor; none when only its front matter does."""

    document: Link
    source: Link
    kind: str
    withdrawn: date | None
    """The day on which it was withdrawn; None while it stands."""
    lines: tuple[MentionLine, ...]
    others: int
    """How many sentences more name it, which stand in the document alone."""


class DayOfMentions(Struct, frozen=True):
    """The documents of one day."""

    day: date
    url: str
    documents: tuple[DocumentOfMentions, ...]


def mentions_of(archive: Archive, actor: str, documents: Iterable[Document]) -> tuple[DayOfMentions, ...]:
    """Those in these documents, the latest day first; of many documents fewer sentences."""
    days: dict[date, list[Document]] = {}
    for document in documents:
        days.setdefault(document.day, []).append(document)
    many = sum(map(len, days.values())) > paging.LIMITS.spread
    most = 1 if many else paging.LIMITS.sentences
    return tuple(
        DayOfMentions(
            day, urls.day_url(day), tuple(_document(archive, document, actor, most) for document in days[day])
        )
        for day in sorted(days, reverse=True)
    )


def _document(archive: Archive, document: Document, actor: str, most: int) -> DocumentOfMentions:
    source = archive.sources[document.source]
    naming = [one for one in document.namings if any(name.actor == actor for name in one.names)]
    return DocumentOfMentions(
        Link(document.title, urls.document_url(document), document.language),
        Link(source.name, urls.source_url(source)),
        document.kind.value,
        document.withdrawn.on if document.withdrawn else None,
        tuple(MentionLine(_stretches(one, actor), document.language) for one in naming[:most]),
        max(len(naming) - most, 0),
    )


def _stretches(naming: Naming, actor: str) -> tuple[Stretch, ...]:
    text, parts, at = naming.sentence.replace("\n", " "), list[Stretch](), 0
    for name in naming.names:
        if name.actor == actor:
            parts += [Stretch(text[at : name.start]), Stretch(text[name.start : name.end], named=True)]
            at = name.end
    parts.append(Stretch(text[at:]))
    return tuple(part for part in parts if part.text)

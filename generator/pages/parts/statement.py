"""Figures that rest on an actor, and figures that others assert in a sentence that names it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.fact import Fact
from generator.model.verdict import Judged
from generator.pages.parts.figure import Figure, figure_of
from generator.pages.parts.head import Link


class Statement(Struct, frozen=True):
    """A figure with the measure that it answers."""

    measure: Link
    figure: Figure


def said_by(
    archive: Archive, judged: Judged, actor: str, documents: Sequence[Document]
) -> tuple[Statement, ...]:
    """The figures of these documents that the actor asserts, for itself or for another; the latest document
    first.
    """
    facts = (fact for document in reversed(documents) for fact in document.facts if actor in _speakers(fact))
    return tuple(_statement(archive, judged, fact) for fact in facts)


def said_of(
    archive: Archive, judged: Judged, actor: str, documents: Sequence[Document]
) -> tuple[Statement, ...]:
    """The figures of these documents that others assert in a sentence that names the actor; the latest
    document first.
    """
    facts = (fact for document in reversed(documents) for fact in _naming(actor, document))
    return tuple(_statement(archive, judged, fact) for fact in facts)


def _speakers(fact: Fact) -> tuple[str | None, ...]:
    return (fact.origin, fact.according_to)


def _naming(actor: str, document: Document) -> Iterator[Fact]:
    for fact in document.facts:
        if actor in fact.beside and actor not in (*_speakers(fact), *fact.via):
            yield fact


def _statement(archive: Archive, judged: Judged, fact: Fact) -> Statement:
    measure = archive.measures[fact.measure]
    return Statement(
        Link(measure.label, urls.measure_url(measure)), figure_of(archive, fact, judged.now[measure.id])
    )

"""A day of a topic: its documents, and the figures of the topic that they changed."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby, islice

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.verdict import FindingName, Judged
from generator.pages.parts.card import DocumentCard, card_of
from generator.pages.parts.change import Change, changes_on
from generator.pages.parts.head import Link
from generator.pages.parts.known import known_text

FIGURES = 6
"""How many changed figures a day shows; its own page has all of them."""


class TopicChange(Struct, frozen=True):
    """A measure that the day changed."""

    measure: Link
    now: str
    """What was known of it at the end of the day."""
    change: str
    """New, up, down, newly contested or changed since the day before."""
    before: str
    """What was known the day before; empty when the measure is new."""
    contested: bool


class TopicDay(Struct, frozen=True):
    """What the documents of one day add to the topic."""

    day: date
    url: str
    documents: tuple[DocumentCard, ...]
    changes: tuple[TopicChange, ...]
    other_changes: int
    """How many figures more it changed."""


def topicdays_of(
    archive: Archive, judged: Judged, topic: str, documents: Sequence[Document]
) -> tuple[TopicDay, ...]:
    """The days of these documents of a topic, which stand by day; the newest day first."""
    days = [
        _day(archive, judged, topic, day, list(told))
        for day, told in groupby(documents, key=lambda document: document.day)
    ]
    return tuple(reversed(days))


def _day(archive: Archive, judged: Judged, topic: str, day: date, documents: Sequence[Document]) -> TopicDay:
    changes = changes_on(archive, judged, day, documents, [topic])
    shown = tuple(_change(archive, change) for change in islice(changes, FIGURES))
    return TopicDay(
        day=day,
        url=urls.day_url(day),
        documents=tuple(card_of(archive, document) for document in documents),
        changes=shown,
        other_changes=sum(1 for _ in changes),
    )


def _change(archive: Archive, change: Change) -> TopicChange:
    measure = archive.measures[change.now.measure]
    return TopicChange(
        measure=Link(measure.label, urls.measure_url(measure)),
        now=known_text(archive, measure, change.now),
        change=change.kind.value,
        before=known_text(archive, measure, change.before),
        contested=FindingName.CONTESTED in change.now.names,
    )

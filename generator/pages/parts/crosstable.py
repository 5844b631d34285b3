"""The table that sets what every source says side by side: measures as rows, sources as columns."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.verdict import Judged
from generator.pages.parts.change import ChangeKind, change_on
from generator.pages.parts.figure import Figure, figures_of
from generator.pages.parts.head import Link
from generator.pages.parts.known import known_text
from generator.pages.parts.row import KnownRow, known_row


class Printed(Struct, frozen=True):
    """A document of the day."""

    document: Link
    withdrawn: date | None
    """The day on which it was withdrawn; None while it stands."""


class Column(Struct, frozen=True):
    """A source with the documents that it printed on the day."""

    source: Link
    documents: tuple[Printed, ...]


class CrossRow(Struct, frozen=True):
    """A measure with its state that day, and a cell (any number of figures) for each source."""

    row: KnownRow
    change: str
    """New, up, down, newly contested, changed or unchanged since the day before."""
    before: str
    """What was known the day before; empty when the measure is new."""
    cells: tuple[tuple[Figure, ...], ...]
    shared: tuple[str, ...]
    """Names of the marks that all these figures have: the state of the measure says them once for all."""


class CrossGroup(Struct, frozen=True):
    """The rows of one topic."""

    topic: Link
    rows: tuple[CrossRow, ...]


class CrossTable(Struct, frozen=True):
    """Everything that the documents of one day say in figures."""

    columns: tuple[Column, ...]
    groups: tuple[CrossGroup, ...]

    @property
    def rows(self) -> tuple[CrossRow, ...]:
        """The rows of all topics."""
        return tuple(row for group in self.groups for row in group.rows)


def crosstable_of(archive: Archive, judged: Judged, day: date, documents: Sequence[Document]) -> CrossTable:
    """The table of a day's documents, in the state of that day."""
    with_facts = [document for document in documents if document.facts]
    sources = sorted({document.source for document in with_facts}, key=lambda s: archive.sources[s].name)
    today: dict[str, list[str]] = {}
    for fact in (fact for document in with_facts for fact in document.facts):
        today.setdefault(fact.measure, []).append(fact.id)
    topics = sorted({archive.measures[measure].topic for measure in today})
    return CrossTable(
        columns=tuple(_column(archive, source, with_facts) for source in sources),
        groups=tuple(_group(archive, judged, topic, day, today, sources) for topic in topics),
    )


def _column(archive: Archive, source_id: str, documents: Sequence[Document]) -> Column:
    source = archive.sources[source_id]
    printed = [document for document in documents if document.source == source_id]
    return Column(
        Link(source.name, urls.source_url(source)),
        tuple(
            Printed(
                Link(document.title, urls.document_url(document), document.language),
                document.withdrawn.on if document.withdrawn else None,
            )
            for document in printed
        ),
    )


def _group(
    archive: Archive,
    judged: Judged,
    topic_id: str,
    day: date,
    today: Mapping[str, Sequence[str]],
    sources: Sequence[str],
) -> CrossGroup:
    topic = archive.topics[topic_id]
    rows = tuple(
        _row(archive, judged, measure.id, day, today[measure.id], sources)
        for measure in topic.measures
        if measure.id in today
    )
    return CrossGroup(Link(topic.title, urls.topic_url(topic)), rows)


def _row(
    archive: Archive, judged: Judged, measure: str, day: date, today: Sequence[str], sources: Sequence[str]
) -> CrossRow:
    change = change_on(archive, judged, measure, day)
    printed: dict[str, list[Figure]] = {}
    figure_of = figures_of(archive, change.now)
    for fact in map(archive.fact.__getitem__, today):
        printed.setdefault(fact.source, []).append(figure_of(fact))
    row = known_row(archive, change.now)
    return CrossRow(
        row=row,
        change=change.kind.value if change.kind is not ChangeKind.SAME else "",
        before=known_text(archive, archive.measures[measure], change.before),
        cells=tuple(tuple(printed.get(source, ())) for source in sources),
        shared=_shared([figure for figures in printed.values() for figure in figures], row),
    )


def _shared(figures: Sequence[Figure], row: KnownRow) -> tuple[str, ...]:
    """One figure alone keeps its marks."""
    if len(figures) < 2:
        return ()
    return tuple(
        chip.name
        for chip in row.chips
        if all(any(mark.name == chip.name for mark in figure.chips) for figure in figures)
    )

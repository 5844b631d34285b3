"""The state of one measure in one row, as known on a day or at the end."""

from datetime import date

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.model.topic import Measure
from generator.model.verdict import FindingName, Judged, Verdict
from generator.pages.parts.chip import Chip, chips_of_measure
from generator.pages.parts.figure import Figure, actor_link, figure_of
from generator.pages.parts.head import Link
from generator.pages.shared import shared
from generator.words.figures import span_text
from generator.words.lists import listed


class KnownRow(Struct, frozen=True):
    """A measure with what is known of it, in short."""

    measure: Link
    unit: str
    span: str
    """From the least to the greatest current figure; the answers themselves where they are choices."""
    documents: int
    chips: tuple[Chip, ...]
    contested: bool


class MeasureRow(KnownRow, frozen=True):
    """A measure with what is known of it, and what that rests on."""

    topic: Link
    latest: Figure | None
    """The current figure with the latest as-of; None where no document gives one."""
    origins: tuple[Link, ...]
    changed: date | None
    """The last day that changed what is known; None where that is not shown."""


def row_of(archive: Archive, verdict: Verdict, changed: date | None = None) -> MeasureRow:
    """A measure's row from its verdict; `changed` is the last day that changed it, where that is shown."""
    measure = archive.measures[verdict.measure]
    topic = archive.topics[measure.topic]
    contested = FindingName.CONTESTED in verdict.names
    latest = archive.fact[verdict.latest] if verdict.latest else None
    return MeasureRow(
        measure=Link(measure.label, urls.measure_url(measure)),
        topic=Link(topic.title, urls.topic_url(topic)),
        unit=measure.unit or "",
        latest=figure_of(archive, latest, verdict) if latest else None,
        span=known_span(archive, measure, verdict),
        documents=verdict.documents,
        origins=tuple(link for origin in verdict.origins if (link := actor_link(archive, origin))),
        chips=chips_of_measure(archive, verdict),
        changed=changed,
        contested=contested,
    )


def known_row(archive: Archive, verdict: Verdict) -> KnownRow:
    """What is known of a measure from its verdict, in short."""
    measure = archive.measures[verdict.measure]
    return KnownRow(
        measure=Link(measure.label, urls.measure_url(measure)),
        unit=measure.unit or "",
        span=known_span(archive, measure, verdict),
        documents=verdict.documents,
        chips=chips_of_measure(archive, verdict),
        contested=FindingName.CONTESTED in verdict.names,
    )


@shared
def row_now(archive: Archive, judged: Judged, measure: str) -> MeasureRow:
    """The row of the measure with this id as it is known at the end, without the day that changed it."""
    return row_of(archive, judged.now[measure])


def known_span(archive: Archive, measure: Measure, verdict: Verdict) -> str:
    """The current answers in short: `277`, `45–50`, `27–29 November 2024`, `resisted or unopposed`."""
    language = archive.site.language
    if verdict.low is not None and verdict.high is not None:
        return span_text(verdict.low, verdict.high, language)
    said = {str(archive.fact[fact].printed) for fact in verdict.current}
    return listed((choice for choice in measure.choices if choice in said), language)

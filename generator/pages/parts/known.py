"""What was known of a measure at the end of each day that changed it."""

from datetime import date

from msgspec import Struct

from generator.model.archive import Archive
from generator.model.topic import Measure
from generator.model.verdict import FindingName, Judged, Verdict
from generator.pages.parts.change import ChangeKind, change_kind
from generator.pages.parts.row import known_span
from generator.words.figures import figure_text


class Known(Struct, frozen=True):
    """The state of a measure from one day on, until the next."""

    day: date
    url: str
    """The briefing of the day; empty where the day has none, as on one of a decision."""
    text: str
    change: str
    documents: int
    origins: int


def known_by_day(archive: Archive, judged: Judged, measure: Measure) -> tuple[Known, ...]:
    """The states of a measure, the first day first; a day that changed nothing is left out."""
    states = judged.history.get(measure.id, ())
    found: list[Known] = []
    before = Verdict(measure.id)
    for state in states:
        kind = change_kind(archive, before, state.verdict)
        if kind is not ChangeKind.SAME:
            found.append(_known(archive, measure, state.day, state.verdict, kind))
        before = state.verdict
    return tuple(found)


def _known(archive: Archive, measure: Measure, day: date, verdict: Verdict, kind: ChangeKind) -> Known:
    return Known(
        day=day,
        url=archive.day_page.get(day, ""),
        text=known_text(archive, measure, verdict),
        change=kind.value,
        documents=verdict.documents,
        origins=len(verdict.origins),
    )


def known_text(archive: Archive, measure: Measure, verdict: Verdict) -> str:
    """The latest figure, or all answers where they are contested."""
    if verdict.latest is None:
        return ""
    if FindingName.CONTESTED in verdict.names:
        return known_span(archive, measure, verdict)
    return figure_text(archive.fact[verdict.latest], archive.site.language)

"""A figure that an editor set aside, with the decision."""

from dataclasses import dataclass
from datetime import date

from generator.model import urls
from generator.model.archive import Archive
from generator.model.decision import Decision
from generator.model.fact import Fact
from generator.model.verdict import Judged
from generator.pages.parts.figure import Figure, figure_of
from generator.pages.parts.head import Link
from generator.words.decisions import outcome_text
from generator.words.findings import LABELS


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision about one figure."""

    anchor: str
    """The id of the decision on the page of corrections."""
    day: date
    name: str
    """superseded, corrected or retracted."""
    label: str
    """The same as it is written on a mark."""
    outcome: str
    """What was decided: `withdrawn`."""
    measure: Link
    figure: Figure
    """As printed, one click from its sentence."""
    replacement: Figure | None
    """The figure that takes its place, where it is superseded."""
    reason: str


def correction_of(archive: Archive, judged: Judged, decision: Decision) -> Correction:
    """A decision as it is shown."""
    measure = archive.measures[decision.fact.measure]
    return Correction(
        anchor=decision.anchor,
        day=decision.day,
        name=decision.outcome.value,
        label=LABELS[decision.outcome],
        outcome=outcome_text(decision, measure, archive.site.language),
        measure=Link(measure.label, urls.measure_url(measure)),
        figure=_figure(archive, judged, decision.fact),
        replacement=_figure(archive, judged, decision.by) if decision.by else None,
        reason=decision.reason,
    )


def _figure(archive: Archive, judged: Judged, fact: Fact) -> Figure:
    return figure_of(archive, fact, judged.now[fact.measure])

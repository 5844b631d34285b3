"""The last day that changed what is known of a measure."""

from datetime import date

from generator.model.archive import Archive
from generator.model.verdict import Judged, Verdict
from generator.pages.parts.change import ChangeKind, change_kind


def last_change(archive: Archive, judged: Judged, measure: str) -> date | None:
    """The latest day after which more or something else was known; None when nothing ever was."""
    states = judged.history.get(measure, ())
    for place in range(len(states) - 1, -1, -1):
        before = states[place - 1].verdict if place else Verdict(measure)
        if change_kind(archive, before, states[place].verdict) is not ChangeKind.SAME:
            return states[place].day
    return None

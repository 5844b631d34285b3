"""How the knowledge of one measure grew, day by day: the archive's own example."""

from msgspec import Struct

from generator.memo.pieces import batches
from generator.model import urls
from generator.model.archive import Archive
from generator.model.verdict import Judged
from generator.pages.parts.head import Link
from generator.pages.parts.known import Known, known_by_day
from generator.pages.shared import kept

MOST = 4
"""How many days are shown; the measure's page has all of them."""


class Recalled(Struct, frozen=True):
    """A measure with what was known of it, from each day on."""

    measure: Link
    unit: str
    states: tuple[Known, ...]
    """The first day first; the last is what is known now."""


def recalled_of(archive: Archive, judged: Judged) -> Recalled | None:
    """The measure that changed on the most days, of equals the first; None where none changed twice."""
    changed = {
        measure: states
        for batch in batches(judged.history)
        for measure, states in _changed_in(archive, judged, batch)
    }
    id = max(changed, key=lambda measure: changed[measure], default=None)
    if id is None:
        return None
    measure = archive.measures[id]
    states = known_by_day(archive, judged, measure)
    if len(states) < 2:
        return None
    return Recalled(
        measure=Link(measure.label, urls.measure_url(measure)),
        unit=measure.unit or "",
        states=(*states[: MOST - 1], states[-1]) if len(states) > MOST else states,
    )


@kept
def _changed_in(archive: Archive, judged: Judged, measures: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """How many states each of some measures was in."""
    return tuple((id, len(judged.history[id])) for id in measures if id in archive.measures)

"""In which unit a figure is: only figures in the same one can be compared."""

from collections.abc import Iterable

from generator.facts.sighting import Sighting
from generator.model.fact import Fact
from generator.model.nearest import folded
from generator.model.topic import Measure


def unit_of(measure: Measure, fact: Fact) -> str | None:
    """The unit of a fact without case and white space; None when it is the measure's own."""
    if fact.unit is None:
        return None
    unit = folded(fact.unit)
    return None if unit == folded(measure.unit or "") else unit


def by_unit(measure: Measure, sightings: Iterable[Sighting]) -> dict[str | None, tuple[Sighting, ...]]:
    """The sightings in each unit, in the order given: the measure's own (None) first, the others sorted."""
    found: dict[str | None, list[Sighting]] = {None: []}
    for sighting in sightings:
        unit = None if sighting.fact.unit is None else unit_of(measure, sighting.fact)
        found.setdefault(unit, []).append(sighting)
    return {
        unit: tuple(found[unit]) for unit in sorted(found, key=lambda unit: (unit is not None, unit or ""))
    }


def label_of(sightings: Iterable[Sighting]) -> str | None:
    """How the unit of sightings that share one is written: the first spelling of the alphabet."""
    return min(
        (" ".join(sighting.fact.unit.split()) for sighting in sightings if sighting.fact.unit), default=None
    )

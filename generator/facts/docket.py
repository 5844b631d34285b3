"""A measure with all its sightings in order, made once, however many days are judged."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from generator.facts.aside import Asides, decisions_in
from generator.facts.sighting import Sighting, order_of, sighting_of
from generator.facts.unit import unit_of
from generator.model.fact import Fact
from generator.model.topic import Measure


class Docket(Struct, frozen=True):
    """What is to be judged about one measure."""

    measure: Measure
    sightings: tuple[Sighting, ...]
    """In order, in whatever unit."""
    place: Mapping[str, int]
    """Where each fact stands in the order, by id."""
    decisions: tuple[Sighting, ...]
    """Those of the sightings with an editor's decision."""
    several_units: bool


def docket_of(measure: Measure, facts: Iterable[Fact]) -> Docket:
    """Put the facts of one measure in order."""
    sightings = tuple(sighting_of(fact) for fact in sorted(facts, key=order_of))
    return Docket(
        measure=measure,
        sightings=sightings,
        place={sighting.id: place for place, sighting in enumerate(sightings)},
        decisions=decisions_in(sightings),
        several_units=any(unit_of(measure, sighting.fact) for sighting in sightings if sighting.fact.unit),
    )


def dockets_of(measures: Iterable[Measure], facts: Iterable[Fact]) -> dict[str, Docket]:
    """The docket of every measure, by id, in the order of the measures; other facts are passed over."""
    known = {measure.id: measure for measure in measures}
    grouped: dict[str, list[Fact]] = {id: [] for id in known}
    for fact in facts:
        if fact.measure in grouped:
            grouped[fact.measure].append(fact)
    return {id: docket_of(known[id], group) for id, group in grouped.items()}


def addable(measure: Measure, sightings: Sequence[Sighting], asides: Asides) -> Iterable[Fact]:
    """The facts that may be a total or a part: in the measure's own unit, and not set aside."""
    return (one.fact for one in sightings if one.id not in asides and unit_of(measure, one.fact) is None)

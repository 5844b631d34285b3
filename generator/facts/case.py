"""A measure with everything that the rules ask about its facts, worked out once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.facts.balance import Balance, Given, balances
from generator.facts.clash import clashes
from generator.facts.kind import kind_of
from generator.facts.late import Late, late_facts
from generator.facts.series import series_of
from generator.facts.sighting import Sighting, by_origin, order_of, sighting_of
from generator.facts.standing import standing
from generator.model.fact import Fact
from generator.model.topic import Measure, MeasureType


@dataclass(frozen=True, slots=True)
class Case:
    """What is known about one measure before the rules speak. Facts and sightings stand in order."""

    measure: Measure
    facts: tuple[Fact, ...]
    """All facts. One whose value is not of the measure's type is listed, but never weighed."""
    place: Mapping[str, int]
    """Where each fact stands in the order, by id."""
    origins: tuple[str, ...]
    """Distinct named origins, sorted."""
    late: Mapping[str, Late]
    """The facts that fell behind, by id."""
    clashes: Mapping[str, tuple[str, ...]]
    """By fact id: facts of the same origin and as-of day that cannot be true beside it."""
    series: Mapping[str, tuple[Sighting, ...]]
    """By origin: the sightings that changed its figure, the first figure included."""
    current: tuple[Sighting, ...]
    """The sightings that stand: neither stale nor replaced by a later figure of the same origin."""
    balances: tuple[Balance, ...]
    """Totals with their parts, by document."""


def case_of(measure: Measure, facts: Iterable[Fact], measures: Mapping[str, Measure], given: Given) -> Case:
    """Put the facts of one measure in order and work out what the rules need."""
    ordered = tuple(sorted(facts, key=order_of))
    sightings = tuple(sighting_of(fact) for fact in ordered if kind_of(fact) is measure.type)
    rising = measure.cumulative and measure.type is MeasureType.NUMBER
    late: dict[str, Late] = {}
    clashing: dict[str, tuple[str, ...]] = {}
    series: dict[str, tuple[Sighting, ...]] = {}
    current = [sighting for sighting in sightings if sighting.fact.origin is None]
    for origin, said in by_origin(sightings).items():
        behind = late_facts(said) if rising else {}
        timely = tuple(one for one in said if one.id not in behind or not behind[one.id].taken_up)
        apart = clashes(tuple(one for one in said if one.id not in behind))
        series[origin] = series_of(timely, cumulative=rising)
        current.extend(standing(timely, series[origin], apart))
        late.update(behind)
        clashing.update(apart)
    place = {fact.id: index for index, fact in enumerate(ordered)}
    documents = dict.fromkeys(fact.document for fact in ordered)
    return Case(
        measure=measure,
        facts=ordered,
        place=place,
        origins=tuple(sorted({fact.origin for fact in ordered if fact.origin is not None})),
        late=late,
        clashes=clashing,
        series=series,
        current=tuple(sorted(current, key=lambda sighting: place[sighting.id])),
        balances=balances(measure, measures, given, documents) if measure.type is MeasureType.NUMBER else (),
    )

"""A fact as the rules look at it: with the ends of its interval worked out once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from msgspec import Struct

from generator.facts.interval import Edge, as_number, interval_of
from generator.facts.kind import kind_of
from generator.model.fact import Fact, Value
from generator.model.topic import MeasureType

_RANK = {kind: rank for rank, kind in enumerate(MeasureType)}
_DAY = attrgetter("day")


class Sighting(Struct, eq=False):
    """One fact with the edges between which the truth may lie; a choice is both edges at once.

    What the rules ask for most is written out. A sighting is equal to itself alone. Nothing of it is
    changed; it is not frozen because there are so many.
    """

    fact: Fact
    low: Edge
    high: Edge
    id: str
    """The id of the fact."""
    day: date
    """The day for which the figure is true."""
    published: date
    figure: Value
    """The figure as printed, by which two sightings are compared."""
    number: Decimal
    """The same as a number, a day as its ordinal; 0 for a choice."""
    origin: str | None
    named: bool
    """Whether there is a named origin."""
    party: tuple[str, str]
    """Who may stand behind it: the named origin, or for want of one this fact alone."""
    kind: MeasureType
    """What sort of answer it gives."""
    counts: bool
    """Whether its source counts as a source."""


def sighting_of(fact: Fact) -> Sighting:
    """A fact with its edges."""
    printed, origin = fact.printed, fact.origin
    number = Decimal(0)
    if isinstance(printed, str):
        kind = MeasureType.CHOICE
        low: Edge = (0, printed, 0)
        high = low
    else:
        kind = MeasureType.NUMBER if isinstance(printed, Decimal) else MeasureType.DATE
        number = as_number(printed)
        interval = interval_of(fact)
        low, high = interval.low_edge, interval.high_edge
    return Sighting(
        fact=fact,
        low=low,
        high=high,
        id=fact.id,
        day=fact.as_of.day,
        published=fact.published,
        figure=printed,
        number=number,
        origin=origin,
        named=origin is not None,
        party=("", fact.id) if origin is None else (origin, ""),
        kind=kind,
        counts=fact.counts,
    )


def order_of(fact: Fact) -> tuple[date, date, int, Value, str]:
    """Sort key of sightings: as-of day, published, printed figure, id; figures of unlike kinds never meet."""
    return (fact.as_of.day, fact.published, _RANK[kind_of(fact)], fact.printed, fact.id)


def by_origin(sightings: Iterable[Sighting]) -> dict[str, tuple[Sighting, ...]]:
    """The sightings of each named origin, origins sorted, sightings in the order given."""
    found: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        if sighting.origin is not None:
            found.setdefault(sighting.origin, []).append(sighting)
    return {origin: tuple(found[origin]) for origin in sorted(found)}


def by_day(sightings: Sequence[Sighting]) -> dict[date, tuple[Sighting, ...]]:
    """The sightings of each as-of day; they must be in order."""
    return {day: tuple(group) for day, group in groupby(sightings, _DAY)}


def merged(
    sightings: Sequence[Sighting], more: Iterable[Sighting], place: Mapping[str, int]
) -> tuple[Sighting, ...]:
    """Sightings in order with some more of them; `place` is where each fact stands in it, by id."""
    return tuple(sorted((*sightings, *more), key=lambda one: place[one.id]))

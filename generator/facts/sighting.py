"""A fact as the rules look at it: with the ends of its interval worked out once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.facts.interval import Edge, interval_of
from generator.facts.kind import kind_of
from generator.model.fact import Fact, Value
from generator.model.topic import MeasureType

_KINDS = tuple(MeasureType)


@dataclass(frozen=True, slots=True)
class Sighting:
    """One fact with the edges between which the truth may lie; a choice is both edges at once."""

    fact: Fact
    low: Edge
    high: Edge

    @property
    def id(self) -> str:
        """The id of the fact."""
        return self.fact.id

    @property
    def day(self) -> date:
        """The day for which the figure is true."""
        return self.fact.as_of.day

    @property
    def figure(self) -> Value:
        """The figure as printed, by which two sightings are compared."""
        return self.fact.printed

    @property
    def party(self) -> tuple[str, str]:
        """Who may stand behind it: the named origin, or for want of one this fact alone."""
        return ("", self.fact.id) if self.fact.origin is None else (self.fact.origin, "")


def sighting_of(fact: Fact) -> Sighting:
    """A fact with its edges."""
    printed = fact.printed
    if isinstance(printed, str):
        edge: Edge = (0, printed, 0)
        return Sighting(fact, edge, edge)
    interval = interval_of(fact)
    return Sighting(fact, interval.low_edge, interval.high_edge)


def order_of(fact: Fact) -> tuple[date, date, int, Value, str]:
    """Sort key of sightings: as-of day, published, printed figure, id; figures of unlike kinds never meet."""
    return (fact.as_of.day, fact.published, _KINDS.index(kind_of(fact)), fact.printed, fact.id)


def by_origin(sightings: Iterable[Sighting]) -> dict[str, tuple[Sighting, ...]]:
    """The sightings of each named origin, origins sorted, sightings in the order given."""
    found: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        if sighting.fact.origin is not None:
            found.setdefault(sighting.fact.origin, []).append(sighting)
    return {origin: tuple(found[origin]) for origin in sorted(found)}


def by_day(sightings: Sequence[Sighting]) -> dict[date, tuple[Sighting, ...]]:
    """The sightings of each as-of day; they must be in order."""
    return {day: tuple(group) for day, group in groupby(sightings, lambda sighting: sighting.day)}

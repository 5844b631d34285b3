"""Corroborated: somebody else says what agrees."""

import operator
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from generator.facts.best import Best
from generator.facts.case import Case
from generator.facts.interval import Edge
from generator.facts.ruling import Ruling, ruling
from generator.facts.sighting import Sighting, by_day
from generator.model.topic import MeasureType
from generator.model.verdict import FindingName

_LOW = attrgetter("low")


def corroborated(case: Case) -> Ruling:
    """Two current facts of different named origins are compatible, both from sources that count.

    For numbers, which change over time, they must be for the same as-of day. "Different" counts declared
    origins: whether one copied from the other is not known. A measure may be corroborated by some and
    contested by others. Each finding names the fact, then one that agrees with it.
    """
    pool = tuple(one for one in case.current if one.origin is not None and one.counts)
    groups = by_day(pool).values() if case.measure.type is MeasureType.NUMBER else (pool,)
    agreed = case.agreed
    found: list[tuple[str, str]] = []
    for group in groups:
        if len(group) > 1:
            pairs = agreed.get(group)
            if pairs is None:
                pairs = agreed[group] = tuple(_agreeing(group))
            found += pairs
    return ruling(case, FindingName.CORROBORATED, found)


def _agreeing(group: tuple[Sighting, ...]) -> Iterator[tuple[str, str]]:
    """Each sighting with one of another origin whose interval meets its own.

    Of those that start no higher than the sighting ends, the one that reaches highest meets it if any does.
    """
    rising = sorted(group, key=_LOW)
    lows = [sighting.low for sighting in rising]
    best: Best[Edge] = Best(operator.gt)
    reaching = [best := best.joined_by(one.high, one.party, one) for one in rising]
    for sighting in group:
        other = reaching[bisect_right(lows, sighting.high) - 1].apart_from(sighting.party)
        if other is not None and other.high >= sighting.low:
            yield sighting.id, other.id

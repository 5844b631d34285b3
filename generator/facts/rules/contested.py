"""Contested: two parties say what cannot both be true."""

import operator
from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter

from generator.facts.best import Best
from generator.facts.case import Case
from generator.facts.clash import wholly_apart
from generator.facts.interval import Edge
from generator.facts.ruling import Ruling, ruling
from generator.facts.sighting import Sighting
from generator.model.topic import Measure, MeasureType
from generator.model.verdict import FindingName

_LOW, _HIGH = attrgetter("low"), attrgetter("high")


def contested(case: Case) -> Ruling:
    """Two current facts of different or unnamed origins are not compatible, and time does not explain it.

    Time explains it when a cumulative number is lower for an earlier as-of day, and when any other number
    is for another as-of day; it never explains a different day or choice. Two facts without an origin
    may conflict, even in one document. A fact whose source does not count cannot contest on its own.
    Each finding names the fact, then the one furthest below it and the one furthest above it.
    """
    pool = tuple(sighting for sighting in case.current if sighting.counts)
    if not pool or max(map(_LOW, pool)) <= min(map(_HIGH, pool)):
        return Ruling()  # all of them meet, whatever their days
    lowest, highest = _extremes(case.measure, pool)
    found = []
    for sighting in pool:
        below = lowest[sighting.day].apart_from(sighting.party)
        above = highest[sighting.day].apart_from(sighting.party)
        apart = wholly_apart(sighting, below, above)
        if apart:
            found.append((sighting.id, *apart))
    return ruling(case, FindingName.CONTESTED, found)


def _extremes(
    measure: Measure, pool: Sequence[Sighting]
) -> tuple[dict[date, Best[Edge]], dict[date, Best[Edge]]]:
    """For each as-of day, what ends lowest and what starts highest of all that its facts can conflict with.

    A cumulative number conflicts with a lower one of the same day or later and with a higher one of the
    same day or earlier.
    """
    if measure.type is MeasureType.NUMBER and not measure.cumulative:
        return _lowest(pool, carry=False), _highest(pool, carry=False)
    lowest, highest = _lowest(reversed(pool), carry=True), _highest(pool, carry=True)
    if measure.type is MeasureType.NUMBER or not pool:
        return lowest, highest
    all_lowest, all_highest = lowest[pool[0].day], highest[pool[-1].day]
    return dict.fromkeys(lowest, all_lowest), dict.fromkeys(highest, all_highest)


def _lowest(pool: Iterable[Sighting], *, carry: bool) -> dict[date, Best[Edge]]:
    """What ends lowest on each day, or up to each day in the order given."""
    best: Best[Edge] = Best(operator.lt)
    found: dict[date, Best[Edge]] = {}
    for sighting in pool:
        if not carry:
            best = found.get(sighting.day, Best(operator.lt))
        best = found[sighting.day] = best.joined_by(sighting.high, sighting.party, sighting)
    return found


def _highest(pool: Iterable[Sighting], *, carry: bool) -> dict[date, Best[Edge]]:
    """What starts highest on each day, or up to each day in the order given."""
    best: Best[Edge] = Best(operator.gt)
    found: dict[date, Best[Edge]] = {}
    for sighting in pool:
        if not carry:
            best = found.get(sighting.day, Best(operator.gt))
        best = found[sighting.day] = best.joined_by(sighting.low, sighting.party, sighting)
    return found

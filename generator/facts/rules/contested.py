"""Contested: two parties say what cannot both be true."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter, gt, lt

from generator.facts.case import Case
from generator.facts.clash import wholly_apart
from generator.facts.interval import Edge
from generator.facts.ruling import Facts, Ruling, ruling
from generator.facts.sighting import Sighting
from generator.model.topic import Measure, MeasureType
from generator.model.verdict import FindingName

_DAY, _LOW, _HIGH = attrgetter("day"), attrgetter("low"), attrgetter("high")

Extremes = dict[date, tuple[Sighting, Sighting | None]]
"""By as-of day: what ranks first, and the first of any other party."""


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
    found: list[Facts] = []
    for sighting in pool:
        day, party = sighting.day, sighting.party
        below, above = lowest[day], highest[day]
        apart = wholly_apart(
            sighting,
            below[0] if below[0].party != party else below[1],
            above[0] if above[0].party != party else above[1],
        )
        if apart:
            found.append((sighting.id, *apart))
    return ruling(case, FindingName.CONTESTED, found)


def _extremes(measure: Measure, pool: Sequence[Sighting]) -> tuple[Extremes, Extremes]:
    """For each as-of day, what ends lowest and what starts highest of all that its facts can conflict with.

    A cumulative number conflicts with a lower one of the same day or later and with a higher one of the
    same day or earlier.
    """
    if measure.type is MeasureType.NUMBER and not measure.cumulative:
        return _swept(pool, _HIGH, lt, carry=False), _swept(pool, _LOW, gt, carry=False)
    lowest, highest = _swept(reversed(pool), _HIGH, lt, carry=True), _swept(pool, _LOW, gt, carry=True)
    if measure.type is MeasureType.NUMBER:
        return lowest, highest
    all_lowest, all_highest = lowest[pool[0].day], highest[pool[-1].day]
    return dict.fromkeys(lowest, all_lowest), dict.fromkeys(highest, all_highest)


def _swept(
    pool: Iterable[Sighting],
    end: Callable[[Sighting], Edge],
    better: Callable[[Edge, Edge], bool],
    *,
    carry: bool,
) -> Extremes:
    """What ranks first on each day, or up to each day in the order given; of those alike the first."""
    found: Extremes = {}
    first: Sighting | None = None
    other: Sighting | None = None
    for day, group in groupby(pool, _DAY):
        if not carry:
            first = other = None
        for one in group:
            if first is None or better(end(one), end(first)):
                if first is not None and first.party != one.party:
                    other = first
                first = one
            elif first.party != one.party and (other is None or better(end(one), end(other))):
                other = one
            found[day] = (first, other)
    return found

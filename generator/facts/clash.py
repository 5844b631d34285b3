"""Figures that one origin gave for the same day although they cannot both be true."""

from collections.abc import Iterable, Sequence

from generator.facts.sighting import Sighting, by_day


def clashes(sightings: Sequence[Sighting], *, cumulative: bool = False) -> dict[str, tuple[str, ...]]:
    """For each fact of one origin that cannot be true beside another of the same as-of day: the others.

    Of two cumulative counts for a day the higher one, if published later, is the same count brought up to
    date; and if it is not, the lower one is late. So only those with one printed figure can clash, such
    as "fewer than 10" and "more than 10".

    Of the others the one furthest below and the one furthest above are named, which is at most two.
    `sightings` must be in order, all of one named origin, none of them late.
    """
    found: dict[str, tuple[str, ...]] = {}
    for day in by_day(sightings).values():
        if len(day) > 1:
            for group in _by_figure(day) if cumulative else (day,):
                found.update(_apart(group))
    return found


def _by_figure(sightings: Iterable[Sighting]) -> Iterable[Sequence[Sighting]]:
    groups: dict[object, list[Sighting]] = {}
    for sighting in sightings:
        groups.setdefault(sighting.figure, []).append(sighting)
    return groups.values()


def _apart(group: Sequence[Sighting]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    if len(group) > 1:
        lowest = min(group, key=lambda sighting: sighting.high)
        highest = max(group, key=lambda sighting: sighting.low)
        for sighting in group:
            others = wholly_apart(sighting, lowest, highest)
            if others:
                found[sighting.id] = others
    return found


def wholly_apart(sighting: Sighting, lowest: Sighting | None, highest: Sighting | None) -> tuple[str, ...]:
    """Ids of `lowest` if it ends below a sighting and of `highest` if it starts above it."""
    below = () if lowest is None or lowest.high >= sighting.low else (lowest.id,)
    above = () if highest is None or highest.low <= sighting.high else (highest.id,)
    return below + above

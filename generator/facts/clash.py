"""Figures that one origin gave for the same day although they cannot both be true."""

from collections.abc import Sequence

from generator.facts.sighting import Sighting, by_day


def clashes(sightings: Sequence[Sighting]) -> dict[str, tuple[str, ...]]:
    """For each fact of one origin that cannot be true beside another of the same as-of day: the others.

    Of the others the one furthest below and the one furthest above are named, which is at most two.
    `sightings` must be in order, all of one named origin.
    """
    found: dict[str, tuple[str, ...]] = {}
    for group in by_day(sightings).values():
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

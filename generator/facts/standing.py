"""Which sightings of one origin still stand."""

from collections.abc import Container, Sequence

from generator.facts.sighting import Sighting


def standing(
    sightings: Sequence[Sighting], series: Sequence[Sighting], clashing: Container[str]
) -> tuple[Sighting, ...]:
    """The sightings in the origin's last state: its last change and all that come after it in the order.

    What clashes with another figure of the same as-of day as that change stands too, since neither of
    the two replaces the other.

    `sightings` must be in order, all of one origin, none of them stale; `series` is what changed.
    """
    last = series[-1]
    start = sightings.index(last)
    return tuple(
        sighting
        for place, sighting in enumerate(sightings)
        if place >= start or (sighting.day == last.day and sighting.id in clashing)
    )

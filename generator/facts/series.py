"""How the figure of one origin changed."""

from collections.abc import Sequence

from generator.facts.sighting import Sighting, by_day


def series_of(sightings: Sequence[Sighting], *, cumulative: bool) -> tuple[Sighting, ...]:
    """The sightings of one origin that changed its figure, the first figure included, oldest first.

    A cumulative number changes with every sighting whose printed figure differs from the one before. Any
    other measure changes only with a later as-of day: a day that still gives the figure before changes
    nothing, otherwise its first sighting is the change.

    `sightings` must be in order, all of one origin, none of them stale.
    """
    groups = [(sighting,) for sighting in sightings] if cumulative else by_day(sightings).values()
    series: list[Sighting] = []
    for group in groups:
        if not series or all(sighting.figure != series[-1].figure for sighting in group):
            series.append(group[0])
    return tuple(series)

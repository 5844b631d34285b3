"""The figures that have been given so far, to be asked for the highest up to a limit."""

from bisect import bisect_right, insort
from datetime import date
from decimal import Decimal

from msgspec import Struct, field

from generator.facts.sighting import Sighting


class Ladder(Struct):
    """Numbers in rising order, each with the first sighting that gave it. Grows in place."""

    figures: list[Decimal] = field(default_factory=list)
    first: dict[Decimal, Sighting] = field(default_factory=dict)

    def add(self, figure: Decimal, sighting: Sighting) -> None:
        """Put in one figure; of several sightings with the same figure the earliest is kept."""
        known = self.first.get(figure)
        if known is None:
            insort(self.figures, figure)
        if known is None or _order(sighting) < _order(known):
            self.first[figure] = sighting

    def highest(self, above: Decimal, up_to: Decimal | None = None) -> Sighting | None:
        """The sighting with the highest figure above `above` and not above `up_to`, if there is one."""
        place = len(self.figures) if up_to is None else bisect_right(self.figures, up_to)
        if place == 0 or self.figures[place - 1] <= above:
            return None
        return self.first[self.figures[place - 1]]


def _order(sighting: Sighting) -> tuple[date, date, str]:
    """Sort key of sightings with the same figure."""
    return (sighting.day, sighting.published, sighting.id)

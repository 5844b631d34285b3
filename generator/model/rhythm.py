"""How often something appears over time, in few numbers however often that is and however long it lasts."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct

MOST = 62
"""Stretches of time before longer ones are taken: two months of days, a year of weeks, five of months."""


class Step(StrEnum):
    """How long a stretch is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Rhythm(Struct, frozen=True):
    """The number of documents in each stretch of time; stretches without any are left out."""

    step: Step = Step.DAY
    begins: date | None = None
    """The first day of all; None without any."""
    ends: date | None = None
    stretches: tuple[tuple[int, int], ...] = ()
    """The place of each stretch, counted from the first, and its number of documents; in order."""

    @property
    def length(self) -> int:
        """How many stretches there are from the first to the last, empty ones counted."""
        return self.stretches[-1][0] + 1 if self.stretches else 0

    def first_day(self, place: int) -> date:
        """The day on which a stretch begins, which may lie before the first day of all."""
        return date.min if self.begins is None else _START[self.step](_PLACE[self.step](self.begins) + place)


NEVER = Rhythm()


def rhythm_of(documents: Mapping[date, int]) -> Rhythm:
    """The rhythm of something from its number of documents on each day."""
    if not documents:
        return NEVER
    first, last = min(documents), max(documents)
    step = next((one for one in Step if _PLACE[one](last) - _PLACE[one](first) < MOST), Step.CENTURY)
    place_of = _PLACE[step]
    start, found = place_of(first), dict[int, int]()
    for day in sorted(documents):
        place = place_of(day) - start
        found[place] = found.get(place, 0) + documents[day]
    return Rhythm(step, first, last, tuple(found.items()))


_PLACE: Mapping[Step, Callable[[date], int]] = {
    Step.DAY: date.toordinal,
    Step.WEEK: lambda day: (day.toordinal() - 1) // 7,  # the first day of all is a Monday
    Step.MONTH: lambda day: day.year * 12 + day.month - 1,
    Step.YEAR: lambda day: day.year,
    Step.DECADE: lambda day: day.year // 10,
    Step.CENTURY: lambda day: day.year // 100,
}
_START: Mapping[Step, Callable[[int], date]] = {
    Step.DAY: date.fromordinal,
    Step.WEEK: lambda place: date.fromordinal(place * 7 + 1),
    Step.MONTH: lambda place: date(place // 12, place % 12 + 1, 1),
    Step.YEAR: lambda place: date(place, 1, 1),
    Step.DECADE: lambda place: date(place * 10, 1, 1),
    Step.CENTURY: lambda place: date(place * 100, 1, 1),
}

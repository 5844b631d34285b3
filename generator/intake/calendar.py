"""From a day named in a text to a day of the calendar."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.read.daywords import DayWord

_YEARS = 12
"""Years to either side in which a day without a year is looked for."""
_AHEAD = timedelta(days=7)
"""How far behind the day of reference a text may still be dated."""


def resolved(word: DayWord, near: date) -> date | None:
    """The day that is meant: with a weekday the nearest year that fits it, else the last such day by then.

    `near` is the day of the document, or the day from which it is looked at.
    """
    if word.relative is not None:
        return near + timedelta(word.relative)
    if not word.dates:
        return None if word.weekday is None else near - timedelta((near.weekday() - word.weekday) % 7)
    fitting = [day for day in _candidates(word, near) if word.weekday in {None, day.weekday()}]
    past = [day for day in fitting if day <= near + _AHEAD]
    if word.weekday is None and past and word.year is None:
        return max(past)
    return min(fitting, key=lambda day: (abs(day - near), day), default=None)


def _candidates(word: DayWord, near: date) -> Iterator[date]:
    years = [word.year] if word.year else range(near.year - _YEARS, near.year + _YEARS + 1)
    for month, day in word.dates[:1]:
        for year in years:
            try:
                yield date(year, month or near.month, day)
            except ValueError:
                continue

"""A weekday written beside a date is the weekday of that date."""

from collections.abc import Iterator
from datetime import date

from generator.assemble.places import Places
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.document import Document
from generator.read.daywords import DayWord, weekdays_with_dates

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check(document: Document, places: Places) -> Iterator[Diagnostic]:
    """A warning at each place of a text where the calendar does not have the weekday for the date."""
    for word in weekdays_with_dates(places.text(document).text, document.language):
        days = _days(word, document.day)
        if not days or any(day.weekday() == word.weekday for day in days):
            continue
        nearest = min(days, key=lambda day: abs(day - document.day))
        message = f"{nearest} is a {NAMES[nearest.weekday()]}"
        hint = "compare the weekday and the date with the original"
        yield places.in_text(
            document, word.span, "weekday-does-not-match-date", message, hint, Severity.WARNING
        )


def _days(word: DayWord, published: date) -> list[date]:
    """The days that may be meant: without a year, that of the document's year and the nearest one."""
    years = [word.year] if word.year else [published.year + more for more in (-1, 0, 1)]
    found: dict[date, None] = {}
    for month, day in word.dates:
        possible = [known for year in years if (known := _calendar(year, month, day))]
        nearest = min(possible, key=lambda known: abs(known - published), default=None)
        found |= dict.fromkeys(
            known for known in possible if known == nearest or known.year == published.year
        )
    return list(found)


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

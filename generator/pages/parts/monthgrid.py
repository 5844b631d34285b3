"""A month as weeks of days, each with its number of documents."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date

from generator.model import urls
from generator.model.archive import Archive


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One cell: a day of the month, or None before its first and after its last day."""

    day: date | None
    documents: int = 0
    url: str = ""


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """Weeks from Monday to Sunday."""

    first: date
    url: str
    """Empty for a month without documents, which has no page."""
    weeks: tuple[tuple[CalendarDay, ...], ...]
    documents: int
    days: int
    """How many of its days have documents."""


def monthgrid_of(archive: Archive, year: int, month: int) -> MonthGrid:
    """The grid of a month, with empty days shown as empty."""
    weeks = tuple(
        tuple(_cell(archive, day) if day.month == month else CalendarDay(None) for day in week)
        for week in Calendar().monthdatescalendar(year, month)
    )
    cells = [cell for week in weeks for cell in week if cell.documents]
    return MonthGrid(
        first=date(year, month, 1),
        url=urls.month_url(year, month) if cells else "",
        weeks=weeks,
        documents=sum(cell.documents for cell in cells),
        days=len(cells),
    )


def _cell(archive: Archive, day: date) -> CalendarDay:
    held = archive.holdings.get(day)
    return CalendarDay(day, held.documents, urls.day_url(day)) if held else CalendarDay(day)

"""A month as weeks of days, each with its number of documents."""

from calendar import Calendar
from datetime import date

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.pages.parts.shades import Shade, shade_at

Span = tuple[date | None, date | None]
"""The first and the last day with documents, as far as they lie within the time that is drawn."""


class CalendarDay(Struct, frozen=True):
    """One cell: a day of the month, or None before its first and after its last day."""

    day: date | None
    documents: int = 0
    url: str = ""
    is_gap: bool = False
    """Whether it has no documents, but earlier and later days have."""
    is_newest: bool = False
    """Whether it is the last day of the archive."""
    shade: int = 0


class MonthGrid(Struct, frozen=True):
    """Weeks from Monday to Sunday."""

    first: date
    url: str
    """Empty for a month without documents, which has no page."""
    weeks: tuple[tuple[CalendarDay, ...], ...]
    documents: int
    days: int
    """How many of its days have documents."""
    gaps: int
    """How many have none, though earlier and later days have."""


def monthgrid_of(
    archive: Archive, year: int, month: int, span: Span = (None, None), shades: tuple[Shade, ...] = ()
) -> MonthGrid:
    """The grid of a month, with empty days shown as empty."""
    weeks = tuple(
        tuple(_cell(archive, day, span, shades) if day.month == month else CalendarDay(None) for day in week)
        for week in _weeks(year, month)
    )
    cells = [cell for week in weeks for cell in week]
    full = [cell for cell in cells if cell.documents]
    return MonthGrid(
        first=date(year, month, 1),
        url=urls.month_url(year, month) if full else "",
        weeks=weeks,
        documents=sum(cell.documents for cell in full),
        days=len(full),
        gaps=sum(cell.is_gap for cell in cells),
    )


def _weeks(year: int, month: int) -> list[list[date]]:
    return Calendar().monthdatescalendar(year, month)


def _cell(archive: Archive, day: date, span: Span, shades: tuple[Shade, ...]) -> CalendarDay:
    held, (begins, ends) = archive.holdings.get(day), span
    if held is None:
        within = (begins is None or begins <= day) and (ends is None or day <= ends)
        return CalendarDay(day, is_gap=within)
    shade = shade_at(shades, held.documents)
    return CalendarDay(day, held.documents, urls.day_url(day), is_newest=day == ends, shade=shade)

"""A year: its days at a glance, and its twelve months with counts, empty ones shown as empty."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages.parts.head import Head
from generator.pages.parts.heatmonth import HeatMonth, heatmonth_of
from generator.pages.parts.linkeddata import breadcrumbs
from generator.pages.parts.monthgrid import CalendarDay, MonthGrid, Span, monthgrid_of
from generator.pages.parts.near import Near
from generator.pages.parts.shades import Shade, shades_of
from generator.words.catalogue import say_count
from generator.words.days import weekday_names


class YearView(Struct, frozen=True):
    """Twelve small calendars."""

    head: Head
    months: tuple[MonthGrid, ...]
    heat: tuple[HeatMonth, ...]
    """The twelve months as strips of days."""
    shades: tuple[Shade, ...]
    """What the shades of strips and calendars stand for."""
    weekdays: tuple[str, ...]
    whole_weekdays: tuple[str, ...]
    """Their full names."""
    documents: int
    days: int
    """How many days have documents."""
    gaps: int
    """How many have none, though earlier and later days have."""
    busiest: CalendarDay
    """The first of the days with the most documents."""
    previous: Near | None
    """The nearest year before that has documents."""
    next: Near | None


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """A page for each year that has documents."""
    every = list(archive.by_day)
    years = sorted({day.year for day in every})
    for index, year in enumerate(years):
        before = years[index - 1] if index else None
        after = years[index + 1] if index + 1 < len(years) else None
        first, last = (day if day.year == year else None for day in (every[0], every[-1]))
        view = partial(_view, archive, judged, year, (first, last), before, after)
        yield Page(urls.year_url(year), "year.html", view)


def _view(
    archive: Archive, judged: Judged, year: int, span: Span, before: int | None, after: int | None
) -> YearView:
    language = archive.site.language
    shades = shades_of(_numbers(archive, year))
    months = tuple(monthgrid_of(archive, year, month, span, shades) for month in range(1, 13))
    cells = [cell for grid in months for week in grid.weeks for cell in week]
    documents = sum(grid.documents for grid in months)
    path = urls.year_url(year)
    return YearView(
        head=Head(
            title=str(year),
            path=path,
            description=say_count(
                language, "%(year)s: %(num)s document.", "%(year)s: %(num)s documents.", documents, year=year
            ),
            linked_data=breadcrumbs(archive.site, (), str(year), path),
            section="days",
        ),
        months=months,
        heat=tuple(map(heatmonth_of, months)),
        shades=shades,
        weekdays=weekday_names(language, "narrow"),
        whole_weekdays=weekday_names(language, "wide"),
        documents=documents,
        days=sum(grid.days for grid in months),
        gaps=sum(grid.gaps for grid in months),
        busiest=max(cells, key=lambda cell: cell.documents),
        previous=Near(str(before), urls.year_url(before), year - before - 1) if before else None,
        next=Near(str(after), urls.year_url(after), after - year - 1) if after else None,
    )


def _numbers(archive: Archive, year: int) -> Iterator[int]:
    """How many documents each day has."""
    begins = date(year, 1, 1).toordinal()
    for place in range(begins, date(year, 12, 31).toordinal() + 1):
        held = archive.holdings.get(date.fromordinal(place))
        if held:
            yield held.documents

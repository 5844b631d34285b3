"""A year: its twelve months with counts, empty ones shown as empty."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.model import urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages.parts.head import Head, Link
from generator.pages.parts.linkeddata import breadcrumbs
from generator.pages.parts.monthgrid import MonthGrid, monthgrid_of
from generator.words.catalogue import say_count
from generator.words.days import weekday_names


@dataclass(frozen=True, slots=True)
class YearView:
    """Twelve small calendars."""

    head: Head
    months: tuple[MonthGrid, ...]
    weekdays: tuple[str, ...]
    documents: int
    previous: Link | None
    next: Link | None


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """A page for each year that has documents."""
    years = sorted({day.year for day in archive.by_day})
    for index, year in enumerate(years):
        before = years[index - 1] if index else None
        after = years[index + 1] if index + 1 < len(years) else None
        yield Page(urls.year_url(year), "year.html", partial(_view, archive, judged, year, before, after))


def _view(archive: Archive, judged: Judged, year: int, before: int | None, after: int | None) -> YearView:
    language = archive.site.language
    months = tuple(monthgrid_of(archive, year, month) for month in range(1, 13))
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
        weekdays=weekday_names(language, "narrow"),
        documents=documents,
        previous=Link(str(before), urls.year_url(before)) if before else None,
        next=Link(str(after), urls.year_url(after)) if after else None,
    )

"""A month: its calendar with counts, and its days with their takeaways."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages.parts.head import Head, Link
from generator.pages.parts.linkeddata import breadcrumbs
from generator.pages.parts.monthday import MonthDay, monthday_of
from generator.pages.parts.monthgrid import MonthGrid, Span, monthgrid_of
from generator.pages.parts.near import Near
from generator.pages.parts.shades import shades_of
from generator.words.catalogue import say_count
from generator.words.days import day_text, weekday_names


class MonthView(Struct, frozen=True):
    """A calendar of one month."""

    head: Head
    grid: MonthGrid
    weekdays: tuple[str, ...]
    whole_weekdays: tuple[str, ...]
    """Their full names."""
    days: tuple[MonthDay, ...]
    previous: Near | None
    """The nearest month before that has documents."""
    next: Near | None


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """A page for each month that has documents."""
    days: dict[tuple[int, int], list[date]] = {}
    every = list(archive.by_day)
    for day in every:
        days.setdefault((day.year, day.month), []).append(day)
    months = list(days)
    for index, month in enumerate(months):
        before = months[index - 1] if index else None
        after = months[index + 1] if index + 1 < len(months) else None
        here = tuple(days[month])
        span = (every[0] if every[0] in here else None, every[-1] if every[-1] in here else None)
        view = partial(_view, archive, judged, *month, here, span, before, after)
        yield Page(urls.month_url(*month), "month.html", view)


def _view(
    archive: Archive,
    judged: Judged,
    year: int,
    month: int,
    days: tuple[date, ...],
    span: Span,
    before: tuple[int, int] | None,
    after: tuple[int, int] | None,
) -> MonthView:
    language = archive.site.language
    shades = shades_of(archive.holdings[day].documents for day in days)
    grid = monthgrid_of(archive, year, month, span, shades)
    title = day_text(grid.first, language, "month")
    crumbs = (Link(str(year), urls.year_url(year)),)
    path = urls.month_url(year, month)
    documents = say_count(language, "%(num)s document", "%(num)s documents", grid.documents)
    return MonthView(
        head=Head(
            title=title,
            path=path,
            description=say_count(
                language,
                "%(month)s: %(documents)s on %(num)s day.",
                "%(month)s: %(documents)s on %(num)s days.",
                len(days),
                month=title,
                documents=documents,
            ),
            crumbs=crumbs,
            linked_data=breadcrumbs(archive.site, crumbs, title, path),
            section="days",
        ),
        grid=grid,
        weekdays=weekday_names(language),
        whole_weekdays=weekday_names(language, "wide"),
        days=tuple(monthday_of(archive, day, len(days)) for day in days),
        previous=_near(archive, before, (year, month)),
        next=_near(archive, after, (year, month)),
    )


def _near(archive: Archive, month: tuple[int, int] | None, here: tuple[int, int]) -> Near | None:
    if month is None:
        return None
    text = day_text(date(*month, 1), archive.site.language, "month")
    apart = abs((month[0] - here[0]) * 12 + month[1] - here[1])
    return Near(text, urls.month_url(*month), apart - 1)

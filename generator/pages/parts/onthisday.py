"""What else the archive has of a date: the same day of other years, and the same weekday a week before."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.pages.parts.head import Link

YEARS = 6
"""How many other years are shown, the nearest of them."""
WEEK = timedelta(days=7)


class EchoTitle(Struct, frozen=True):
    """A document that the day is remembered by."""

    document: Link
    language: str


class Echo(Struct, frozen=True):
    """Another day, with what it was about."""

    day: date
    url: str
    years: int
    """How many years later than the day of the page; fewer than none for earlier."""
    titles: tuple[EchoTitle, ...]
    others: int
    """How many documents more it has."""


class OnThisDay(Struct, frozen=True):
    """What there is."""

    week: Echo | None
    """Of the same weekday a week before."""
    years: tuple[Echo, ...]
    """Of the same month and day, the latest first."""
    other_years: int
    """How many years more have documents of that day."""


def on_this_day(archive: Archive, day: date, shown: Sequence[date] = ()) -> OnThisDay | None:
    """What other days echo a day, beside those that are shown anyway; None where none does."""
    same = [one for one in archive.same_day.get((day.month, day.day), ()) if one != day]
    nearest = sorted(same, key=lambda one: (abs(one.year - day.year), one))[:YEARS]
    before = day - WEEK
    week = _echo(archive, before, day) if before not in shown and before in archive.holdings else None
    if not (week or nearest):
        return None
    years = tuple(_echo(archive, one, day) for one in sorted(nearest, reverse=True))
    return OnThisDay(week, years, len(same) - len(years))


def _echo(archive: Archive, day: date, here: date) -> Echo:
    titles = []
    for id in archive.foremost[day]:
        one = archive.reference[id]
        titles.append(EchoTitle(Link(one.title, urls.document_url(one)), one.language))
    others = archive.holdings[day].documents - len(titles)
    return Echo(day, urls.day_url(day), day.year - here.year, tuple(titles), others)

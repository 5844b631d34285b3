"""The pages of a list that grows at its end: which entries stand on each, and the ways between them.

They are counted from the oldest, so that a page that is full does not change when something new comes: it
states no total, and of later pages it knows only the next one.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from generator.model import paging, urls
from generator.model.archive import Archive
from generator.pages.parts.head import Link
from generator.words.catalogue import say
from generator.words.days import day_text, days_text

Place = tuple[int, int | None, tuple[tuple[int, date | None], ...]]
"""Which page it is, from 1 for the oldest; the page after it: 0 for the newest, None where it is the newest
itself; and older pages to lead to, each with the day on which it begins where that says something."""
ONLY: Place = (1, None, ())
"""The place of a list that needs one page."""
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""How far back a page leads at once; the first page of all is always among them."""


class Stone(Struct, frozen=True):
    """A page to step to."""

    number: int
    url: str
    begins: str
    """The day of its first entry; empty where all entries are of one day."""


class Pager(Struct, frozen=True):
    """One page among those of its list."""

    number: int
    """From 1 for the oldest."""
    is_newest: bool
    url: str
    """Of this page."""
    newest: str
    """The address of the list, where its newest page stands."""
    period: str
    """The days from the first to the last of its entries; empty where all pages have the same."""
    stones: tuple[Stone, ...]
    """Older pages, the oldest first; the last of them is the one before."""
    after: Link | None
    """The page after; None on the newest."""

    @property
    def before(self) -> Stone | None:
        """The page before; None on the oldest."""
        return self.stones[-1] if self.stones else None


def parts_of(
    archive: Archive, documents: Sequence[str], most: int
) -> Iterator[tuple[tuple[str, ...], Place]]:
    """Ids of documents page by page, the oldest first; the last is the newest."""
    return placed(documents, most, lambda id: archive.document[id].day)


def placed(
    entries: Sequence[str], most: int, day_of: Callable[[str], date] | None = None
) -> Iterator[tuple[tuple[str, ...], Place]]:
    """The same of any entries; without `day_of` all are of one day."""
    parts = paging.cut(entries, most)
    for number, part in enumerate(parts, 1):
        after = None if number == len(parts) else 0 if number == len(parts) - 1 else number + 1
        before = sorted({number - step for step in STEPS if step < number} | ({1} if number > 1 else set()))
        stones = ((one, day_of(parts[one - 1][0]) if day_of else None) for one in before)
        yield tuple(part), (number, after, tuple(stones))


def is_newest(place: Place) -> bool:
    """Whether the page stands at the address of its list."""
    return place[1] is None


def place_url(path: str, place: Place) -> str:
    """Where a page of the list at a path stands."""
    return path if is_newest(place) else urls.page_url(path, place[0])


def place_title(title: str, place: Place, language: str) -> str:
    """`Observatory, page 3`; on the newest page the title alone."""
    if is_newest(place):
        return title
    return say(language, "%(title)s, page %(number)s", title=title, number=place[0])


def pager_of(path: str, place: Place, days: Sequence[date], language: str) -> Pager | None:
    """The ways from a page whose entries are of these days; None for a list of one page."""
    number, after, stones = place
    if is_newest(place) and number == 1:
        return None
    dated = bool(days) and all(begins for _, begins in stones)
    return Pager(
        number=number,
        is_newest=is_newest(place),
        url=place_url(path, place),
        newest=path,
        period=period_of(days, language) if dated else "",
        stones=tuple(
            Stone(one, urls.page_url(path, one), day_text(begins, language) if begins else "")
            for one, begins in stones
        ),
        after=_after(path, after),
    )


def period_of(days: Sequence[date], language: str) -> str:
    """From the first to the last of these days, which may stand in any order."""
    if not days:
        return ""
    first, last = min(days), max(days)
    return day_text(first, language) if first == last else days_text(first, last, language)


def _after(path: str, after: int | None) -> Link | None:
    if after is None:
        return None
    return Link(str(after), urls.page_url(path, after)) if after else Link("", path)

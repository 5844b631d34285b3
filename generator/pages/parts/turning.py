"""The pages of a list that is counted from its first entry, as the fact table is: names, measures."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.model import urls
from generator.pages.parts.head import Link
from generator.pages.parts.paging import STEPS
from generator.words.catalogue import say
from generator.words.numbers import number

Turn = tuple[int, int, int]
"""Which page it is, from 1; how many there are; and how many entries stand before it."""


class Turner(Struct, frozen=True):
    """One page among those of its list."""

    text: str
    """Its number."""
    place: str
    """`Actors 201 to 400 of 1,234`."""
    pages: tuple[Link, ...]
    """This one, those beside it and some on the way to the first and the last, by their numbers."""
    before: Link | None
    after: Link | None


def turns_of(entries: Sequence[str], most: int) -> Iterator[tuple[tuple[str, ...], Turn]]:
    """The entries page by page, the first of all first; one empty page where there are none."""
    starts = range(0, max(len(entries), 1), most)
    for place, start in enumerate(starts, 1):
        yield tuple(entries[start : start + most]), (place, len(starts), start)


def turn_url(path: str, turn: Turn) -> str:
    """Where a page of the list at a path stands: the first at the path itself."""
    return _url(path, turn[0])


def turn_title(title: str, turn: Turn, language: str) -> str:
    """`Actors, page 3`; on the first page the title alone."""
    return title if turn[0] == 1 else say(language, "%(title)s, page %(number)s", title=title, number=turn[0])


def turn_place(place: str, turn: Turn, here: int, total: int, language: str) -> str:
    """Which entries stand on a page with so many `here`, of so many in `total`.

    `place` is the message that says it: `Actors %(first)s to %(last)s of %(all)s`.
    """
    start = turn[2]
    return say(
        language,
        place,
        first=number(start + 1, language),
        last=number(start + here, language),
        all=number(total, language),
    )


def turner_of(
    path: str, turn: Turn, place: str, here: int, total: int, language: str, first: str = ""
) -> Turner | None:
    """The ways from a page with so many entries `here`, of so many in `total`; None for one page.

    `place` is the message of `turn_place`, and `first` the address of the first page where that is not the
    path of the list.
    """
    page, pages, _ = turn
    if pages == 1:
        return None
    near = {page + step * way for step in (0, *STEPS) for way in (-1, 1)} | {1, pages}

    def link(one: int) -> Link:
        return Link(str(one), first if first and one == 1 else _url(path, one))

    return Turner(
        text=str(page),
        place=turn_place(place, turn, here, total, language),
        pages=tuple(link(one) for one in sorted(near) if 0 < one <= pages),
        before=link(page - 1) if page > 1 else None,
        after=link(page + 1) if page < pages else None,
    )


def _url(path: str, page: int) -> str:
    return path if page == 1 else urls.page_url(path, page)

"""The fact table: one row a measure, grouped by topic, on as many pages as it needs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, partial
from html import escape
from itertools import groupby

from generator.model import urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages.parts.factmenu import Menu, menus_of
from generator.pages.parts.factrow import FactRow, fact_row_of
from generator.pages.parts.head import Head, Link
from generator.pages.parts.lastchange import last_change
from generator.pages.parts.linkeddata import breadcrumbs
from generator.words.numbers import count

FURTHER = f"{urls.FACTS}page/"
"""Below it stands every page of the table but the first."""
ROWS, WEIGHT = 100, 193_000
"""At most so many rows a page, and so many bytes as `_weight` counts them: no page passes 300 kB."""


@dataclass(frozen=True, slots=True)
class FactsGroup:
    """The measures of one topic on one page."""

    id: str
    topic: Link
    measures: int
    """Of the whole topic."""
    continued: bool
    """It began on the page before."""
    rows: tuple[FactRow, ...]


@dataclass(frozen=True, slots=True)
class FactsView:
    """A page of the fact table: measures with what is known of each."""

    head: Head
    groups: tuple[FactsGroup, ...]
    documents: int
    """How many documents give figures."""
    figures: int
    """How many they give, on all pages."""
    measures: int
    """Of all pages."""
    first: int
    """The place of the page's first measure among them, from 1; 0 where there is none."""
    last: int
    menus: tuple[Menu, ...]
    page: int
    """From 1."""
    pages: tuple[Link, ...]
    """All pages of the table by their number, this one too."""
    day_form: str
    """`medium` with the year, where the archive has more than one, else `short`."""


@dataclass(frozen=True, slots=True)
class _Table:
    """All rows, in the parts that stand on one page each."""

    parts: tuple[tuple[FactRow, ...], ...]
    menus: tuple[Menu, ...]


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The fact table, page by page. How many there are is known only once every row is made."""
    table = cache(partial(_table, archive, judged))  # worked out once, for the first page that is wanted
    yield Page(page_url(1), "facts.html", partial(_view, archive, table, 1))
    for number in range(2, len(table().parts) + 1):
        yield Page(page_url(number), "facts.html", partial(_view, archive, table, number))


def _table(archive: Archive, judged: Judged) -> _Table:
    topics = sorted(
        (topic for topic in archive.topics.values() if topic.measures), key=lambda topic: topic.title
    )
    rows = [
        fact_row_of(archive, judged.now[measure.id], last_change(archive, judged, measure.id))
        for topic in topics
        for measure in topic.measures
    ]
    menus = menus_of(archive, rows)
    parts = _parts(rows, max(WEIGHT - _weight(menus), WEIGHT // 4))
    return _Table(tuple(map(tuple, parts)), menus)


def _view(archive: Archive, table: Callable[[], _Table], number: int) -> FactsView:
    parts, menus = table().parts, table().menus
    part, done = parts[number - 1], sum(map(len, parts[: number - 1]))
    before = parts[number - 2][-1].traits.topic if done else ""
    years = {year for fact in archive.facts for year in (fact.published.year, fact.as_of.day.year)}
    groups = tuple(
        FactsGroup(
            id=id,
            topic=Link(archive.topics[id].title, urls.topic_url(archive.topics[id])),
            measures=len(archive.topics[id].measures),
            continued=id == before,
            rows=tuple(group),
        )
        for id, group in groupby(part, key=lambda row: row.traits.topic)
    )
    return FactsView(
        head=_head(archive, number),
        groups=groups,
        documents=sum(bool(document.facts) for document in archive.documents),
        figures=len(archive.facts),
        measures=sum(map(len, parts)),
        first=done + 1 if part else 0,
        last=done + len(part),
        menus=menus,
        page=number,
        pages=tuple(Link(str(other), page_url(other)) for other in range(1, len(parts) + 1)),
        day_form="medium" if len(years) > 1 else "short",
    )


def page_url(number: int) -> str:
    """`/facts/`, `/facts/page/2/`; no topic may have the id `page`."""
    return urls.FACTS if number == 1 else f"{FURTHER}{number}/"


def _head(archive: Archive, number: int) -> Head:
    language = archive.site.language
    measures = count(len(archive.measures), "measure", "measures", language)
    figures = count(len(archive.facts), "figure", "figures", language)
    title = "Facts" if number == 1 else f"Facts, page {number}"
    crumbs = () if number == 1 else (Link("Facts", urls.FACTS),)
    return Head(
        title=title,
        path=page_url(number),
        description=f"{measures}, {figures}: what every source says, side by side, and who asserts it.",
        crumbs=crumbs,
        linked_data=breadcrumbs(archive.site, crumbs, title, page_url(number)),
        section="facts",
    )


def _parts(rows: list[FactRow], most: int) -> list[list[FactRow]]:
    """The rows page by page, each of at most this weight; one page without rows where there are none."""
    parts: list[list[FactRow]] = [[]]
    room = most
    for row in rows:
        weight = _weight(row)
        if parts[-1] and (len(parts[-1]) == ROWS or weight > room):
            parts.append([])
            room = most
        parts[-1].append(row)
        room -= weight
    return parts


def _weight(value: object) -> int:
    """About how many bytes of a page a value of its view becomes."""
    if isinstance(value, str):
        return len(escape(value).encode()) + 20
    if isinstance(value, tuple):
        return sum(_weight(part) for part in value)
    if is_dataclass(value):
        return sum(_weight(getattr(value, field.name)) for field in fields(value))
    return 5

"""The fact table: one row a measure, grouped by topic, on as many pages as it needs."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
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


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The fact table, page by page."""
    topics = sorted(
        (topic for topic in archive.topics.values() if topic.measures), key=lambda topic: topic.title
    )
    rows = [
        fact_row_of(archive, judged.now[measure.id], last_change(archive, judged, measure.id))
        for topic in topics
        for measure in topic.measures
    ]
    menus = menus_of(archive, rows)
    years = {year for fact in archive.facts for year in (fact.published.year, fact.as_of.day.year)}
    parts = _parts(rows, max(WEIGHT - _weight(menus), WEIGHT // 4))
    links = tuple(Link(str(number), page_url(number)) for number in range(1, len(parts) + 1))
    done = 0
    for number, part in enumerate(parts, 1):
        before = rows[done - 1].traits.topic if done else ""
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
        yield Page(
            page_url(number),
            "facts.html",
            FactsView(
                head=_head(archive, number),
                groups=groups,
                documents=sum(bool(document.facts) for document in archive.documents),
                figures=len(archive.facts),
                measures=len(rows),
                first=done + 1 if part else 0,
                last=done + len(part),
                menus=menus,
                page=number,
                pages=links,
                day_form="medium" if len(years) > 1 else "short",
            ),
        )
        done += len(part)


def page_url(number: int) -> str:
    """`/facts/`, `/facts/page/2/`; no topic may have the id `page`."""
    return urls.FACTS if number == 1 else f"{urls.FACTS}page/{number}/"


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

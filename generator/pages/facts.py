"""The fact table: one row a measure, grouped by topic, on as many pages as it needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from itertools import groupby

from generator.model import urls
from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.page import Page
from generator.model.topic import Measure
from generator.model.verdict import Judged
from generator.pages.parts.factmenu import MOST, Menu, menus_now
from generator.pages.parts.factrow import FactRow, fact_row
from generator.pages.parts.head import Head, Link
from generator.pages.parts.linkeddata import breadcrumbs
from generator.pages.shared import shared
from generator.words.numbers import count

ROWS, WEIGHT = 100, 193_000
"""At most so many rows a page, and so many bytes as `_weight` counts them: no page passes 300 kB."""
EMPTY, ROW, FIGURE, OPTION = 250, 900, 170, 80
"""So many bytes has a row without figures, one with figures beside them, each figure, and each choice of a
menu."""


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
class _Totals:
    """What every page says of the whole table."""

    documents: int
    figures: int
    measures: int
    day_form: str


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The fact table, page by page."""
    for number in range(1, len(_parts(archive, judged)) + 1):
        yield Page(page_url(number), "facts.html", partial(_view, archive, judged, number))


def _view(archive: Archive, judged: Judged, number: int) -> FactsView:
    parts, totals = _parts(archive, judged), _totals(archive, judged)
    part, done = parts[number - 1], sum(map(len, parts[: number - 1]))
    before = archive.measures[parts[number - 2][-1]].topic if done else ""
    groups = tuple(
        FactsGroup(
            id=id,
            topic=Link(archive.topics[id].title, urls.topic_url(archive.topics[id])),
            measures=len(archive.topics[id].measures),
            continued=id == before,
            rows=tuple(fact_row(archive, judged, measure) for measure in group),
        )
        for id, group in groupby(part, key=lambda measure: archive.measures[measure].topic)
    )
    return FactsView(
        head=_head(archive, totals, number),
        groups=groups,
        documents=totals.documents,
        figures=totals.figures,
        measures=totals.measures,
        first=done + 1 if part else 0,
        last=done + len(part),
        menus=menus_now(archive, judged),
        page=number,
        pages=tuple(Link(str(other), page_url(other)) for other in range(1, len(parts) + 1)),
        day_form=totals.day_form,
    )


@shared
def _totals(archive: Archive, judged: Judged) -> _Totals:
    years = {year for fact in archive.facts for year in (fact.published.year, fact.as_of.day.year)}
    return _Totals(
        documents=sum(bool(document.facts) for document in archive.documents),
        figures=len(archive.facts),
        measures=len(archive.measures),
        day_form="medium" if len(years) > 1 else "short",
    )


@shared
def _parts(archive: Archive, judged: Judged) -> tuple[tuple[str, ...], ...]:
    """The ids of the measures page by page, by topic; one page without any where there are none."""
    room = most = max(WEIGHT - _menu_weight(archive), WEIGHT // 4)
    parts: list[list[str]] = [[]]
    for topic in sorted(archive.topics.values(), key=lambda topic: topic.title):
        for measure in topic.measures:
            weight = _weight(measure, archive.facts_of.get(measure.id, ()))
            if parts[-1] and (len(parts[-1]) == ROWS or weight > room):
                parts.append([])
                room = most
            parts[-1].append(measure.id)
            room -= weight
    return tuple(map(tuple, parts))


def _weight(measure: Measure, facts: Sequence[Fact]) -> int:
    """About how many bytes the row of a measure takes, from what makes it long; the row is not made."""
    named = 3 * len(escape(measure.label + (measure.unit or "")).encode())
    return named + (EMPTY if not facts else ROW + FIGURE * len(facts))


def _menu_weight(archive: Archive) -> int:
    """About how many bytes the menus take at most."""
    kinds = (archive.topics, archive.actors, archive.sources)
    return OPTION * sum(min(len(kind), MOST) for kind in kinds)


def page_url(number: int) -> str:
    """`/facts/`, `/facts/page/2/`; no topic may have the id `page`."""
    return urls.FACTS if number == 1 else urls.page_url(urls.FACTS, number)


def _head(archive: Archive, totals: _Totals, number: int) -> Head:
    language = archive.site.language
    measures = count(totals.measures, "measure", "measures", language)
    figures = count(totals.figures, "figure", "figures", language)
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

"""The fact table: one row a measure, grouped by topic, on as many pages as it needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from itertools import groupby
from typing import Any, NamedTuple

from generator.model import urls
from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.page import Page
from generator.model.topic import Measure
from generator.model.verdict import Judged
from generator.pages.parts.factmenu import MOST, Menu, PlainMenu, menu_of, plain_menus
from generator.pages.parts.factrow import FactRow, fact_row
from generator.pages.parts.head import Head, Link
from generator.pages.parts.linkeddata import breadcrumbs
from generator.words.catalogue import say, say_count

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


class _Totals(NamedTuple):
    """What every page says of the whole table."""

    pages: int
    documents: int
    figures: int
    measures: int
    day_form: str


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The fact table, page by page."""
    parts, menus = _parts(archive), plain_menus(archive, judged)
    totals, done, before = _totals(archive, len(parts)), 0, ""
    for number, part in enumerate(parts, 1):
        view = partial(_view, archive, judged, number, part, done, before, (*totals,), menus)
        yield Page(page_url(number), "facts.html", view)
        done, before = done + len(part), archive.measures[part[-1]].topic if part else ""


def _view(
    archive: Archive,
    judged: Judged,
    number: int,
    part: tuple[str, ...],
    done: int,
    before: str,
    plain_totals: tuple[Any, ...],
    menus: tuple[PlainMenu, ...],
) -> FactsView:
    """The page of some measures, `done` before them, the last of these of the topic `before`."""
    totals = _Totals(*plain_totals)
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
        menus=tuple(map(menu_of, menus)),
        page=number,
        pages=tuple(Link(str(other), page_url(other)) for other in range(1, totals.pages + 1)),
        day_form=totals.day_form,
    )


def _totals(archive: Archive, pages: int) -> _Totals:
    years = {fact.published.year for fact in archive.facts}
    if len(years) == 1:  # facts are many, and most archives have gone on for longer
        years |= {fact.as_of.day.year for fact in archive.facts}
    return _Totals(
        pages=pages,
        documents=sum(bool(document.facts) for document in archive.documents),
        figures=len(archive.facts),
        measures=len(archive.measures),
        day_form="medium" if len(years) > 1 else "short",
    )


def _parts(archive: Archive) -> tuple[tuple[str, ...], ...]:
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
    measures = say_count(language, "%(num)s measure", "%(num)s measures", totals.measures)
    figures = say_count(language, "%(num)s figure", "%(num)s figures", totals.figures)
    title = facts = say(language, "Facts")
    if number > 1:
        title = say(language, "%(title)s, page %(number)s", title=facts, number=number)
    crumbs = () if number == 1 else (Link(facts, urls.FACTS),)
    return Head(
        title=title,
        path=page_url(number),
        description=say(
            language,
            "%(measures)s, %(figures)s: what every source says, side by side, and who asserts it.",
            measures=measures,
            figures=figures,
        ),
        crumbs=crumbs,
        linked_data=breadcrumbs(archive.site, crumbs, title, page_url(number)),
        section="facts",
    )

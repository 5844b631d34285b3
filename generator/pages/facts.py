"""The fact table: one row a measure, grouped by topic, on as many pages as it needs."""

from collections.abc import Iterator, Sequence
from functools import partial
from html import escape
from itertools import groupby
from typing import Any, NamedTuple

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.page import Page
from generator.model.topic import Measure
from generator.model.verdict import Judged
from generator.pages.parts.factmenu import MOST, Menu, PlainMenu, menu_of, plain_menus, uncounted
from generator.pages.parts.factrow import FactRow, fact_row
from generator.pages.parts.head import Head, Link
from generator.pages.parts.linkeddata import breadcrumbs
from generator.pages.parts.turning import Turn, turn_place, turn_title
from generator.words.catalogue import say, say_count, to_say

PLACE = to_say("Measures %(first)s to %(last)s of %(all)s")
ROWS, WEIGHT = 100, 193_000
"""At most so many rows a page, and so many bytes as `_weight` counts them: no page passes 300 kB."""
EMPTY, ROW, FIGURE, OPTION = 250, 900, 170, 80
"""So many bytes has a row without figures, one with figures beside them, each figure, and each choice of a
menu."""


class FactsGroup(Struct, frozen=True):
    """The measures of one topic on one page."""

    id: str
    topic: Link
    measures: int
    """Of the whole topic."""
    continued: bool
    """It began on the page before."""
    rows: tuple[FactRow, ...]


class FactsView(Struct, frozen=True):
    """A page of the fact table: measures with what is known of each."""

    head: Head
    groups: tuple[FactsGroup, ...]
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
    documents: int = 0
    """How many documents give figures. This and all that follows stand on the first page alone, so that a new
    document leaves the others as they are."""
    figures: int = 0
    """How many they give, on all pages."""


class _Totals(NamedTuple):
    """What every page says of the whole table."""

    measures: int
    day_form: str


class _Counts(NamedTuple):
    """What the first page says of it besides."""

    documents: int = 0
    figures: int = 0


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The fact table, page by page."""
    parts, menus = _parts(archive), plain_menus(archive, judged)
    first, further = (menus, (*_counts(archive),)), (uncounted(menus), ())
    totals, done, before = (*_totals(archive),), 0, ""
    for page, part in enumerate(parts, 1):
        turn, counted = (page, len(parts), done), first if page == 1 else further
        view = partial(_view, archive, judged, turn, part, before, totals, *counted)
        yield Page(page_url(page), "facts.html", view)
        done, before = done + len(part), archive.measures[part[-1]].topic if part else ""


def _view(
    archive: Archive,
    judged: Judged,
    turn: Turn,
    part: tuple[str, ...],
    before: str,
    plain_totals: tuple[Any, ...],
    menus: tuple[PlainMenu, ...],
    plain_counts: tuple[Any, ...],
) -> FactsView:
    """The page of some measures, the last of those before them of the topic `before`."""
    totals, counts = _Totals(*plain_totals), _Counts(*plain_counts)
    page, pages, done = turn
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
        head=_head(archive, turn, len(part), totals, counts),
        groups=groups,
        measures=totals.measures,
        first=done + 1 if part else 0,
        last=done + len(part),
        menus=tuple(map(menu_of, menus)),
        page=page,
        pages=tuple(Link(str(other), page_url(other)) for other in range(1, pages + 1)),
        day_form=totals.day_form,
        documents=counts.documents,
        figures=counts.figures,
    )


def _totals(archive: Archive) -> _Totals:
    years = {fact.published.year for fact in archive.facts}
    if len(years) == 1:  # facts are many, and most archives have gone on for longer
        years |= {fact.as_of.day.year for fact in archive.facts}
    return _Totals(len(archive.measures), "medium" if len(years) > 1 else "short")


def _counts(archive: Archive) -> _Counts:
    return _Counts(sum(bool(document.facts) for document in archive.documents), len(archive.facts))


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


def page_url(page: int) -> str:
    """`/facts/`, `/facts/page/2/`; no topic may have the id `page`."""
    return urls.FACTS if page == 1 else urls.page_url(urls.FACTS, page)


def _head(archive: Archive, turn: Turn, here: int, totals: _Totals, counts: _Counts) -> Head:
    language, url = archive.site.language, page_url(turn[0])
    facts = say(language, "Facts")
    title = turn_title(facts, turn, language)
    if turn[0] == 1:
        crumbs: tuple[Link, ...] = ()
        description = say(
            language,
            "%(measures)s, %(figures)s: what every source says, side by side, and who asserts it.",
            measures=say_count(language, "%(num)s measure", "%(num)s measures", totals.measures),
            figures=say_count(language, "%(num)s figure", "%(num)s figures", counts.figures),
        )
    else:
        crumbs = (Link(facts, urls.FACTS),)
        description = say(
            language,
            "%(measures)s: what every source says, side by side, and who asserts it.",
            measures=turn_place(PLACE, turn, here, totals.measures, language),
        )
    return Head(
        title=title,
        path=url,
        description=description,
        crumbs=crumbs,
        linked_data=breadcrumbs(archive.site, crumbs, title, url),
        section="facts",
    )

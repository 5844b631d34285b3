"""The briefing of a day: takeaways, summaries, articles, the fact table across sources, the actors."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from msgspec import Struct

from generator.model import paging, urls
from generator.model.archive import Archive
from generator.model.document import Document, DocumentKind
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages.parts.actorcount import ActorCount, actors_in
from generator.pages.parts.card import DocumentCard, card_of
from generator.pages.parts.cardgroup import CardGroup, by_source
from generator.pages.parts.citation import Citation, citation_of
from generator.pages.parts.crosstable import CrossTable, crosstable_of
from generator.pages.parts.head import Head, Link, SearchEntry
from generator.pages.parts.linkeddata import breadcrumbs, day_page, together
from generator.pages.parts.narrowtables import narrow_tables
from generator.pages.parts.onthisday import OnThisDay, on_this_day
from generator.pages.parts.paging import (
    Pager,
    Place,
    is_newest,
    pager_of,
    place_title,
    place_url,
    placed,
)
from generator.pages.parts.tags import tags_of
from generator.pages.parts.takeaway import TakeawayView, takeaways_of
from generator.words.catalogue import say, say_count
from generator.words.days import day_text


class Neighbour(Struct, frozen=True):
    """The nearest day with documents, and how many days lie empty between."""

    day: date
    url: str
    gap: int


class DayView(Struct, frozen=True):
    """What the archive has for one day, in the state of that day; on an older page, some of its articles."""

    head: Head
    day: date
    takeaways: tuple[TakeawayView, ...]
    summaries: tuple[DocumentCard, ...]
    articles: tuple[DocumentCard, ...]
    by_source: tuple[CardGroup, ...]
    """The articles once more where there are many, source by source; else none."""
    table: CrossTable
    """What the documents of this page say in figures."""
    tables: tuple[CrossTable, ...]
    """The same as it is shown: one a topic where there are very many sources."""
    pager: Pager | None
    """Between the pages of the day; None where one page holds all."""
    all_articles: int = 0
    """How many the whole day has. This and all that follow stand on the newest page alone."""
    all_summaries: int = 0
    actors: tuple[ActorCount, ...] = ()
    others: int = 0
    """How many actors more take part."""
    previous: Neighbour | None = None
    next: Neighbour | None = None
    citation: Citation | None = None
    echoes: OnThisDay | None = None
    """The same day of other years, and of the week before; None where there is nothing."""


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """A page for each day that has documents, and further ones for a day with many."""
    days = list(archive.by_day)
    for index, day in enumerate(days):
        before = days[index - 1] if index else None
        after = days[index + 1] if index + 1 < len(days) else None
        for part, place in placed(_in_order(archive.by_day[day]), paging.LIMITS.day):
            if is_newest(place):
                view = partial(_view, archive, judged, day, before, after, part, place)
                yield Page(urls.day_url(day), "day.html", view, searched=True)
            else:
                older = partial(_older, archive, judged, day, part, place)
                yield Page(place_url(urls.day_url(day), place), "day.html", older)


def _in_order(documents: Sequence[Document]) -> list[str]:
    """Ids of the documents of a day; the summaries last, so that the newest page, read first, has them."""
    summaries = [document.id for document in documents if document.kind is DocumentKind.SUMMARY]
    return [document.id for document in documents if document.kind is not DocumentKind.SUMMARY] + summaries


def _view(
    archive: Archive,
    judged: Judged,
    day: date,
    before: date | None,
    after: date | None,
    documents: tuple[str, ...],
    place: Place,
) -> DayView:
    whole = archive.by_day[day]
    here = sorted((archive.document[id] for id in documents), key=lambda document: document.id)
    articles = sum(document.kind is DocumentKind.ARTICLE for document in whole)
    actors, most = actors_in(archive, whole), paging.LIMITS.beside
    table = crosstable_of(archive, judged, day, here)
    cards = _cards(archive, here, DocumentKind.ARTICLE)
    return DayView(
        head=_head(archive, day),
        day=day,
        takeaways=_takeaways(archive, here),
        summaries=_cards(archive, here, DocumentKind.SUMMARY),
        articles=cards,
        by_source=by_source(cards),
        table=table,
        tables=narrow_tables(table),
        pager=_pager(archive, day, place),
        all_articles=articles,
        all_summaries=len(whole) - articles,
        actors=actors[:most],
        others=max(len(actors) - most, 0),
        previous=Neighbour(before, urls.day_url(before), (day - before).days - 1) if before else None,
        next=Neighbour(after, urls.day_url(after), (after - day).days - 1) if after else None,
        echoes=on_this_day(archive, day),
        citation=citation_of(archive.site, _briefing(archive, day), urls.day_url(day), day),
    )


def _older(archive: Archive, judged: Judged, day: date, documents: tuple[str, ...], place: Place) -> DayView:
    here = [archive.document[document] for document in documents]
    name = day_text(day, archive.site.language, "long")
    title, path = place_title(name, place, archive.site.language), place_url(urls.day_url(day), place)
    table = crosstable_of(archive, judged, day, here)
    cards = _cards(archive, here, DocumentKind.ARTICLE)
    crumbs = (*_crumbs(archive, day), Link(name, urls.day_url(day)))
    return DayView(
        head=Head(
            title=title,
            path=path,
            description=say(
                archive.site.language, "More documents of %(day)s, with their figures.", day=name
            ),
            crumbs=crumbs,
            linked_data=breadcrumbs(archive.site, crumbs, title, path),
            section="days",
        ),
        day=day,
        takeaways=_takeaways(archive, here),
        summaries=_cards(archive, here, DocumentKind.SUMMARY),
        articles=cards,
        by_source=by_source(cards),
        table=table,
        tables=narrow_tables(table),
        pager=_pager(archive, day, place),
    )


def _takeaways(archive: Archive, documents: Sequence[Document]) -> tuple[TakeawayView, ...]:
    """Not those of one that has been withdrawn: it is still listed, and on its own page whole."""
    stand = (document for document in documents if not document.withdrawn)
    return tuple(view for document in stand for view in takeaways_of(archive, document))


def _cards(archive: Archive, documents: Sequence[Document], kind: DocumentKind) -> tuple[DocumentCard, ...]:
    return tuple(card_of(archive, document) for document in documents if document.kind is kind)


def _pager(archive: Archive, day: date, place: Place) -> Pager | None:
    return pager_of(urls.day_url(day), place, (), archive.site.language)


def _crumbs(archive: Archive, day: date) -> tuple[Link, ...]:
    return (
        Link(str(day.year), urls.year_url(day.year)),
        Link(day_text(day, archive.site.language, "month_name"), urls.month_url(day.year, day.month)),
    )


def _head(archive: Archive, day: date) -> Head:
    language = archive.site.language
    documents = archive.by_day[day]
    title = day_text(day, language, "long")
    crumbs = _crumbs(archive, day)
    printed = say_count(language, "%(num)s document", "%(num)s documents", len(documents))
    given = sum(len(document.facts) for document in documents)
    figures = say_count(language, "%(num)s figure", "%(num)s figures", given)
    sources = _most(document.source for document in documents)
    actors = _most(actor for document in documents for actor in document.actors)
    topics = _most(topic for document in documents for topic in archive.topics_of(document))
    path = urls.day_url(day)
    description = say(
        language,
        "Briefing for %(day)s: %(documents)s, %(figures)s.",
        day=title,
        documents=printed,
        figures=figures,
    )
    return Head(
        title=title,
        path=path,
        description=description,
        crumbs=crumbs,
        search=SearchEntry(
            kind="day",
            day=day,
            sources=tuple(sorted(archive.sources[source].name for source in sources)),
            actors=tuple(sorted(archive.actors[actor].name for actor in actors)),
            topics=tuple(sorted(archive.topics[topic].title for topic in topics)),
            years=(str(day.year),),
        ),
        linked_data=together(
            breadcrumbs(archive.site, crumbs, title, path),
            day_page(archive.site, title, path, description, day),
        ),
        section="days",
        tags=tags_of(archive.site, path, _briefing(archive, day), description, (title,), day),
    )


def _briefing(archive: Archive, day: date) -> str:
    """What it is called elsewhere, where a day alone would say little."""
    language = archive.site.language
    return say(language, "Briefing for %(day)s", day=day_text(day, language))


def _most(ids: Iterable[str]) -> list[str]:
    """The most frequent of them."""
    ranked = sorted(Counter(ids).items(), key=lambda item: (-item[1], item[0]))
    return [id for id, _ in ranked[: paging.LIMITS.facets]]

"""The briefing of a day: takeaways, summaries, articles, the fact table across sources, the actors."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import DocumentKind
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages.parts.actorcount import ActorCount, actors_in
from generator.pages.parts.card import DocumentCard, card_of
from generator.pages.parts.crosstable import CrossTable, crosstable_of
from generator.pages.parts.head import Head, Link, SearchEntry
from generator.pages.parts.linkeddata import breadcrumbs
from generator.pages.parts.takeaway import TakeawayView, takeaways_of
from generator.words.days import day_text
from generator.words.numbers import count


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The nearest day with documents, and how many days lie empty between."""

    day: date
    url: str
    gap: int


@dataclass(frozen=True, slots=True)
class DayView:
    """Everything that the archive has for one day, in the state of that day."""

    head: Head
    day: date
    takeaways: tuple[TakeawayView, ...]
    summaries: tuple[DocumentCard, ...]
    articles: tuple[DocumentCard, ...]
    table: CrossTable
    actors: tuple[ActorCount, ...]
    previous: Neighbour | None
    next: Neighbour | None


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """A page for each day that has documents."""
    days = list(archive.by_day)
    for index, day in enumerate(days):
        before = days[index - 1] if index else None
        after = days[index + 1] if index + 1 < len(days) else None
        view = partial(_view, archive, judged, day, before, after)
        yield Page(urls.day_url(day), "day.html", view, searched=True)


def _view(archive: Archive, judged: Judged, day: date, before: date | None, after: date | None) -> DayView:
    documents = archive.by_day[day]
    cards = [card_of(archive, document) for document in documents]
    return DayView(
        head=_head(archive, day),
        day=day,
        takeaways=tuple(
            # One that has been withdrawn is still listed below, and on its own page whole.
            view
            for document in documents
            if not document.withdrawn
            for view in takeaways_of(archive, document)
        ),
        summaries=tuple(card for card in cards if card.kind == DocumentKind.SUMMARY),
        articles=tuple(card for card in cards if card.kind == DocumentKind.ARTICLE),
        table=crosstable_of(archive, judged, day, documents),
        actors=actors_in(archive, documents),
        previous=Neighbour(before, urls.day_url(before), (day - before).days - 1) if before else None,
        next=Neighbour(after, urls.day_url(after), (after - day).days - 1) if after else None,
    )


def _head(archive: Archive, day: date) -> Head:
    language = archive.site.language
    documents = archive.by_day[day]
    title = day_text(day, language, "long")
    crumbs = (
        Link(str(day.year), urls.year_url(day.year)),
        Link(day_text(day, language, "month_name"), urls.month_url(day.year, day.month)),
    )
    printed = count(len(documents), "document", "documents", language)
    figures = count(sum(len(document.facts) for document in documents), "figure", "figures", language)
    sources = {document.source for document in documents}
    actors = {actor for document in documents for actor in document.actors}
    topics = {topic for document in documents for topic in archive.topics_of(document)}
    return Head(
        title=title,
        path=urls.day_url(day),
        description=f"Briefing for {title}: {printed}, {figures}.",
        crumbs=crumbs,
        search=SearchEntry(
            kind="day",
            day=day,
            sources=tuple(sorted(archive.sources[source].name for source in sources)),
            actors=tuple(sorted(archive.actors[actor].name for actor in actors)),
            topics=tuple(sorted(archive.topics[topic].title for topic in topics)),
            years=(str(day.year),),
        ),
        linked_data=breadcrumbs(archive.site, crumbs, title, urls.day_url(day)),
        section="days",
    )

"""A topic: its measures, its days, its documents."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.model import urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.prose import Prose
from generator.model.topic import Topic
from generator.model.verdict import Judged
from generator.pages.parts.actorcount import ActorCount, actors_in
from generator.pages.parts.card import DocumentCard, card_of
from generator.pages.parts.head import Head, Link
from generator.pages.parts.lastchange import last_change
from generator.pages.parts.linkeddata import breadcrumbs
from generator.pages.parts.row import MeasureRow, row_of


@dataclass(frozen=True, slots=True)
class TopicDay:
    """What the documents of one day add to the topic."""

    day: date
    url: str
    documents: tuple[DocumentCard, ...]


@dataclass(frozen=True, slots=True)
class TopicView:
    """A running story."""

    head: Head
    title: str
    summary: str
    text: Prose
    measures: tuple[MeasureRow, ...]
    days: tuple[TopicDay, ...]
    actors: tuple[ActorCount, ...]


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """A page for each topic."""
    for topic in archive.topics.values():
        yield Page(urls.topic_url(topic), "topic.html", partial(_view, archive, judged, topic))


def _view(archive: Archive, judged: Judged, topic: Topic) -> TopicView:
    documents = archive.by_topic.get(topic.id, ())
    days: dict[date, list[DocumentCard]] = {}
    for document in documents:
        days.setdefault(document.day, []).append(card_of(archive, document))
    path = urls.topic_url(topic)
    crumbs = (Link("Topics", urls.TOPICS),)
    return TopicView(
        head=Head(
            title=topic.title,
            path=path,
            description=topic.summary or f"{topic.title}: measures, days and documents.",
            crumbs=crumbs,
            linked_data=breadcrumbs(archive.site, crumbs, topic.title, path),
            section="topics",
        ),
        title=topic.title,
        summary=topic.summary,
        text=topic.text,
        measures=tuple(
            row_of(archive, judged.now[measure.id], last_change(archive, judged, measure.id))
            for measure in topic.measures
        ),
        days=tuple(TopicDay(day, urls.day_url(day), tuple(days[day])) for day in sorted(days)),
        actors=actors_in(archive, documents),
    )

"""A topic: its measures, its days, its documents."""

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from generator.model import paging, urls
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.page import Page
from generator.model.prose import Prose
from generator.model.topic import Topic
from generator.model.verdict import Judged
from generator.pages.parts.actorcount import ActorCount
from generator.pages.parts.follow import feeds_of
from generator.pages.parts.head import Head, Link
from generator.pages.parts.lastchange import last_change
from generator.pages.parts.linkeddata import breadcrumbs
from generator.pages.parts.paging import (
    Pager,
    Place,
    is_newest,
    pager_of,
    parts_of,
    period_of,
    place_title,
    place_url,
)
from generator.pages.parts.rhythmchart import RhythmChart, rhythmchart_of
from generator.pages.parts.row import MeasureRow, row_of
from generator.pages.parts.topicday import TopicDay, topicdays_of
from generator.pages.parts.turning import Turn, Turner, turn_url, turner_of, turns_of
from generator.words.catalogue import say, to_say

PLACE = to_say("Measures %(first)s to %(last)s of %(all)s")


class TopicView(Struct, frozen=True):
    """A running story; on an older page some of its documents, on a further one some of its measures."""

    head: Head
    title: str
    is_first: bool
    """Whether it stands at the address of the topic."""
    measures: tuple[MeasureRow, ...] = ()
    turner: Turner | None = None
    """Between the pages of its measures; None where one page holds all."""
    days: tuple[TopicDay, ...] = ()
    """The newest first."""
    pager: Pager | None = None
    """Between the pages of its documents; None where one page holds all."""
    summary: str = ""
    """This and all that follow stand at the address of the topic alone."""
    text: Prose = Prose()
    actors: tuple[ActorCount, ...] = ()
    others: int = 0
    """How many actors more take part."""
    rhythm: RhythmChart | None = None
    """Its documents over time; None where they are of one day."""


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """A page for each topic, and further ones for one with many documents or many measures."""
    for topic in archive.topics.values():
        documents = [document.id for document in archive.by_topic.get(topic.id, ())]
        first, *further = turns_of([measure.id for measure in topic.measures], paging.LIMITS.measures)
        for part, place in parts_of(archive, documents, paging.LIMITS.topic):
            if is_newest(place):
                view = partial(_view, archive, judged, topic.id, *first, part, place)
                yield Page(urls.topic_url(topic), "topic.html", view)
            else:
                older = partial(_older, archive, judged, topic.id, part, place)
                yield Page(place_url(urls.topic_url(topic), place), "topic.html", older)
        for measures, turn in further:
            of_measures = partial(_measures, archive, judged, topic.id, measures, turn)
            yield Page(turn_url(_measures_url(topic), turn), "topic.html", of_measures)


def _view(
    archive: Archive,
    judged: Judged,
    id: str,
    measures: tuple[str, ...],
    turn: Turn,
    documents: tuple[str, ...],
    place: Place,
) -> TopicView:
    topic, language = archive.topics[id], archive.site.language
    found = [archive.document[document] for document in documents]
    path = urls.topic_url(topic)
    cast = archive.cast.get(id)
    return TopicView(
        head=_head(
            archive,
            topic.title,
            path,
            topic.summary or say(language, "%(topic)s: measures, days and documents.", topic=topic.title),
            feeds=feeds_of(path, found),
        ),
        title=topic.title,
        is_first=True,
        measures=_rows(archive, judged, measures),
        turner=_turner(archive, topic, turn, len(measures)),
        days=topicdays_of(archive, judged, id, found),
        pager=_pager(archive, topic, found, place),
        summary=topic.summary,
        text=topic.text,
        actors=tuple(
            ActorCount(Link(actor.name, urls.actor_url(actor)), actor.kind.value, number)
            for other, number in (cast.actors if cast else ())
            for actor in (archive.actors[other],)
        ),
        others=cast.others if cast else 0,
        rhythm=rhythmchart_of(archive, cast.rhythm) if cast else None,
    )


def _older(archive: Archive, judged: Judged, id: str, documents: tuple[str, ...], place: Place) -> TopicView:
    topic, language = archive.topics[id], archive.site.language
    found = [archive.document[document] for document in documents]
    title, path = place_title(topic.title, place, language), place_url(urls.topic_url(topic), place)
    period = period_of([document.day for document in found], language)
    description = say(
        language, "%(topic)s, %(period)s: days and documents.", topic=topic.title, period=period
    )
    return TopicView(
        head=_head(archive, title, path, description, topic),
        title=topic.title,
        is_first=False,
        days=topicdays_of(archive, judged, id, found),
        pager=_pager(archive, topic, found, place),
    )


def _measures(archive: Archive, judged: Judged, id: str, measures: tuple[str, ...], turn: Turn) -> TopicView:
    topic, language = archive.topics[id], archive.site.language
    title = say(language, "%(topic)s, measures, page %(number)s", topic=topic.title, number=turn[0])
    description = say(language, "%(topic)s: what is known of its further measures.", topic=topic.title)
    path = turn_url(_measures_url(topic), turn)
    return TopicView(
        head=_head(archive, title, path, description, topic),
        title=topic.title,
        is_first=False,
        measures=_rows(archive, judged, measures),
        turner=_turner(archive, topic, turn, len(measures)),
    )


def _head(
    archive: Archive,
    title: str,
    path: str,
    description: str,
    below: Topic | None = None,
    feeds: str = "",
) -> Head:
    above = (Link(below.title, urls.topic_url(below)),) if below else ()
    crumbs = (Link(say(archive.site.language, "Topics"), urls.TOPICS), *above)
    return Head(
        title=title,
        path=path,
        description=description,
        crumbs=crumbs,
        linked_data=breadcrumbs(archive.site, crumbs, title, path),
        section="topics",
        feeds=feeds,
    )


def _measures_url(topic: Topic) -> str:
    """Below it stand the further pages of measures; the first is the topic's own."""
    return f"{urls.topic_url(topic)}measures/"


def _rows(archive: Archive, judged: Judged, measures: Sequence[str]) -> tuple[MeasureRow, ...]:
    return tuple(row_of(archive, judged.now[id], last_change(archive, judged, id)) for id in measures)


def _pager(archive: Archive, topic: Topic, documents: Sequence[Document], place: Place) -> Pager | None:
    days = [document.day for document in documents]
    return pager_of(urls.topic_url(topic), place, days, archive.site.language)


def _turner(archive: Archive, topic: Topic, turn: Turn, here: int) -> Turner | None:
    total, language = len(topic.measures), archive.site.language
    return turner_of(_measures_url(topic), turn, PLACE, here, total, language, urls.topic_url(topic))

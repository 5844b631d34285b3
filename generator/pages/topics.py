"""All topics."""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from generator.model import paging, urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages.parts.head import Head, Link
from generator.pages.parts.linkeddata import breadcrumbs
from generator.pages.parts.topiccard import TopicCard, topic_card
from generator.pages.parts.turning import Turn, Turner, turn_title, turn_url, turner_of, turns_of
from generator.words.catalogue import say, to_say

PLACE = to_say("Topics %(first)s to %(last)s of %(all)s")


class TopicsView(Struct, frozen=True):
    """A page of the list of running stories."""

    head: Head
    topics: tuple[TopicCard, ...]
    turner: Turner | None
    """Between its pages; None where one page holds all."""


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The list of topics by title, on as many pages as it needs."""
    topics = sorted(archive.topics.values(), key=lambda topic: topic.title)
    for part, turn in turns_of([topic.id for topic in topics], paging.LIMITS.names):
        documents = tuple(len(archive.by_topic.get(id, ())) for id in part)
        view = partial(_view, archive, judged, part, documents, turn, len(topics))
        yield Page(turn_url(urls.TOPICS, turn), "topics.html", view)


def _view(
    archive: Archive,
    judged: Judged,
    ids: tuple[str, ...],
    documents: tuple[int, ...],
    turn: Turn,
    total: int,
) -> TopicsView:
    language = archive.site.language
    path = turn_url(urls.TOPICS, turn)
    title = turn_title(say(language, "Topics"), turn, language)
    crumbs = () if turn[0] == 1 else (Link(say(language, "Topics"), urls.TOPICS),)
    head = Head(
        title=title,
        path=path,
        description=say(language, "The running stories of the archive, each with its measures."),
        crumbs=crumbs,
        linked_data=breadcrumbs(archive.site, crumbs, title, path),
        section="topics",
    )
    cards = tuple(topic_card(archive, id, amount) for id, amount in zip(ids, documents, strict=True))
    return TopicsView(head, cards, turner_of(urls.TOPICS, turn, PLACE, len(ids), total, language))

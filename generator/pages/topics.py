"""All topics."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.model import urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages.parts.head import Head
from generator.pages.parts.linkeddata import breadcrumbs
from generator.pages.parts.topiccard import TopicCard, topic_cards


@dataclass(frozen=True, slots=True)
class TopicsView:
    """The list of running stories."""

    head: Head
    topics: tuple[TopicCard, ...]


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The one list of topics."""
    yield Page(urls.TOPICS, "topics.html", partial(_view, archive))


def _view(archive: Archive) -> TopicsView:
    head = Head(
        title="Topics",
        path=urls.TOPICS,
        description="The running stories of the archive, each with its measures.",
        linked_data=breadcrumbs(archive.site, (), "Topics", urls.TOPICS),
        section="topics",
    )
    return TopicsView(head, topic_cards(archive))

"""A topic in a list."""

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.pages.parts.head import Link


class TopicCard(Struct, frozen=True):
    """A topic in a list, with how much it holds."""

    topic: Link
    summary: str
    measures: int
    documents: int


def topic_card(archive: Archive, id: str, documents: int) -> TopicCard:
    """A topic with the number of its documents."""
    topic = archive.topics[id]
    return TopicCard(
        topic=Link(topic.title, urls.topic_url(topic)),
        summary=topic.summary,
        measures=len(topic.measures),
        documents=documents,
    )

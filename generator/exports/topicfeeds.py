"""The newest documents of a topic, as an Atom feed and a JSON Feed for each."""

from collections.abc import Iterator
from functools import partial

from generator.exports.atom import atom_bytes
from generator.exports.documentfeed import documents_feed, newest, told_of
from generator.exports.feed import FEW, Feed
from generator.exports.jsonfeed import jsonfeed_bytes
from generator.exports.published import Published
from generator.model import urls
from generator.model.page import File
from generator.words.catalogue import say


def files(published: Published) -> Iterator[File]:
    """Both feeds of each topic of which there is anything to tell."""
    archive = published.archive
    told = told_of(archive)
    for id, topic in archive.topics.items():
        held = [document.id for document in archive.by_topic.get(id, ())]
        if ids := newest(archive, held, told, FEW):
            home = urls.topic_url(topic)
            yield File(urls.atom_url(home).removeprefix("/"), partial(topic_atom, published, id, ids))
            yield File(urls.jsonfeed_url(home).removeprefix("/"), partial(topic_json, published, id, ids))


def topic_atom(published: Published, topic: str, documents: tuple[str, ...]) -> bytes:
    """The newest documents of a topic as Atom."""
    return atom_bytes(_feed(published, topic, documents))


def topic_json(published: Published, topic: str, documents: tuple[str, ...]) -> bytes:
    """The newest documents of a topic as JSON Feed."""
    return jsonfeed_bytes(_feed(published, topic, documents))


def _feed(published: Published, id: str, documents: tuple[str, ...]) -> Feed:
    topic, site = published.archive.topics[id], published.archive.site
    title = say(site.language, "%(name)s – %(site)s", name=topic.title, site=site.title)
    return documents_feed(published, urls.topic_url(topic), title, topic.summary, documents)

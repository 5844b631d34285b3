"""The newest documents as an Atom feed and a JSON Feed, for readers' own programs."""

from collections.abc import Iterator
from functools import partial

from generator.exports.atom import atom_bytes
from generator.exports.documentfeed import documents_feed, newest, told_of
from generator.exports.feed import ENTRIES, Feed
from generator.exports.jsonfeed import jsonfeed_bytes
from generator.exports.published import Published
from generator.model import urls
from generator.model.page import File


def files(published: Published) -> Iterator[File]:
    """Both feeds, also while there is nothing to tell: every page links to them."""
    archive = published.archive
    ids = newest(archive, list(archive.document), told_of(archive), ENTRIES)
    yield File(urls.atom_url(urls.HOME).removeprefix("/"), partial(feed_atom, published, ids))
    yield File(urls.jsonfeed_url(urls.HOME).removeprefix("/"), partial(feed_json, published, ids))


def feed_atom(published: Published, documents: tuple[str, ...]) -> bytes:
    """The newest documents as Atom."""
    return atom_bytes(_feed(published, documents))


def feed_json(published: Published, documents: tuple[str, ...]) -> bytes:
    """The newest documents as JSON Feed."""
    return jsonfeed_bytes(_feed(published, documents))


def _feed(published: Published, documents: tuple[str, ...]) -> Feed:
    site = published.archive.site
    return documents_feed(published, urls.HOME, site.title, site.description, documents)

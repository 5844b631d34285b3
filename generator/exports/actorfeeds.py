"""The newest documents that tell of an actor, as an Atom feed and a JSON Feed for each."""

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
    """Both feeds of each actor of whom there is anything to tell."""
    archive = published.archive
    told = told_of(archive)
    for id, actor in archive.actors.items():
        if ids := newest(archive, archive.concerning.get(id, ()), told, FEW):
            home = urls.actor_url(actor)
            yield File(urls.atom_url(home).removeprefix("/"), partial(actor_atom, published, id, ids))
            yield File(urls.jsonfeed_url(home).removeprefix("/"), partial(actor_json, published, id, ids))


def actor_atom(published: Published, actor: str, documents: tuple[str, ...]) -> bytes:
    """The newest documents about an actor as Atom."""
    return atom_bytes(_feed(published, actor, documents))


def actor_json(published: Published, actor: str, documents: tuple[str, ...]) -> bytes:
    """The newest documents about an actor as JSON Feed."""
    return jsonfeed_bytes(_feed(published, actor, documents))


def _feed(published: Published, id: str, documents: tuple[str, ...]) -> Feed:
    actor, site = published.archive.actors[id], published.archive.site
    title = say(site.language, "%(name)s – %(site)s", name=actor.name, site=site.title)
    about = say(site.language, "Documents in which %(actor)s takes part or says something.", actor=actor.name)
    return documents_feed(published, urls.actor_url(actor), title, about, documents)

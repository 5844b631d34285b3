"""`/actors.json`: who is named, under which names, how often, and on whom figures rest."""

from collections.abc import Iterator
from functools import partial

from generator.exports.jsontext import Raw, json_bytes, json_text
from generator.exports.published import Published
from generator.model import urls
from generator.model.appearance import NOWHERE
from generator.model.page import File


def files(published: Published) -> Iterator[File]:
    """The one file."""
    yield File("actors.json", partial(actors_json, published))


def actors_json(published: Published) -> bytes:
    """The actors by id."""
    return json_bytes({"actors": [Raw(actor_text(published, id)) for id in published.archive.actors]})


def actor_text(published: Published, id: str) -> str:
    """One actor as JSON."""
    archive = published.archive
    actor = archive.actors[id]
    return json_text(
        {
            "id": actor.id,
            "name": actor.name,
            "kind": actor.kind.value,
            "aliases": list(actor.names[1:]),
            "speaks_for": actor.speaks_for,
            "relations": [{"role": relation.role, "actor": relation.actor} for relation in actor.relations],
            "documents": archive.by_actor.get(id, ()),
            "facts": archive.appearance.get(id, NOWHERE).figures,
            "url": archive.site.absolute(urls.actor_url(actor)),
        }
    )

"""`/actors.json`: who is named, under which names, how often, and on whom figures rest."""

from collections import Counter
from collections.abc import Iterator

from generator.exports.jsontext import json_bytes
from generator.exports.published import Published
from generator.model import urls
from generator.model.page import File


def files(published: Published) -> Iterator[File]:
    """The one file, actors by id."""
    archive = published.archive
    asserted = Counter(fact.origin for fact in archive.facts)
    actors = [
        {
            "id": actor.id,
            "name": actor.name,
            "kind": actor.kind.value,
            "aliases": list(actor.names[1:]),
            "speaks_for": actor.speaks_for,
            "relations": [{"role": relation.role, "actor": relation.actor} for relation in actor.relations],
            "documents": [document.id for document in archive.by_actor.get(actor.id, ())],
            "facts": asserted[actor.id],
            "url": archive.site.absolute(urls.actor_url(actor)),
        }
        for actor in archive.actors.values()
    ]
    yield File("actors.json", json_bytes({"actors": actors}))

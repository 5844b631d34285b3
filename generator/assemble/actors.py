"""Actors, as written to as used."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from generator.assemble.references import References
from generator.model.actor import Actor, Relation
from generator.model.written.actor import WrittenActor
from generator.read.file import ReadFile


def actors_of(files: Iterable[ReadFile]) -> dict[str, Actor]:
    """Every actor by its id, with names but not yet with its relations to others."""
    return {
        file.entry.file.id: Actor(
            id=file.entry.file.id,
            name=written.name,
            kind=written.kind,
            file=file.entry.file.path,
            aliases=written.aliases,
            loose=written.loose,
            profile=file.prose,
        )
        for file in files
        if isinstance(written := file.entry.written, WrittenActor)
    }


def related(
    actors: Mapping[str, Actor], files: Iterable[ReadFile], references: References
) -> dict[str, Actor]:
    """The actors with `speaks_for` and relations resolved, sorted by id."""
    found = dict(actors)
    for file in files:
        entry, written = file.entry, file.entry.written
        if not isinstance(written, WrittenActor):
            continue
        speaks_for = written.speaks_for and references.actor(entry, ("speaks_for",), written.speaks_for)
        relations = tuple(
            Relation(relation.role, other)
            for place, relation in enumerate(written.relations)
            if (other := references.actor(entry, ("relations", place, "actor"), relation.actor))
        )
        id = entry.file.id
        found[id] = replace(found[id], speaks_for=speaks_for or None, relations=relations)
    return dict(sorted(found.items()))

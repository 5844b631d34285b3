"""A name that may mean an actor, in a text that does not otherwise name it."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from generator.assemble.places import Places
from generator.memo import Memory
from generator.memo.row import each
from generator.model.actor import Actor
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.verdict import Verdicts
from generator.read.mentions import AliasIndex, find_mentions


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """A warning at the first loose name of each actor that takes no part in the document so far.

    One that is part of another actor's name means that one.
    """
    if not any(actor.loose for actor in archive.actors.values()):
        return
    index = memory.remembered(_index, archive.actors)
    loose = each(memory, find_mentions, archive.texts_in_order, by=(index,))
    for document, text, found in zip(archive.documents, archive.texts_in_order, loose, strict=True):
        told = set(document.actors) if found else set()
        for mention in found:
            if mention.actor in told or any(mention.span.meets(other.span) for other in text.mentions):
                continue
            told.add(mention.actor)
            actor = archive.actors[mention.actor]
            word = text.text[mention.span.start : mention.span.end]
            message = f'"{word}" may mean {actor.name}, whom this document does not name'
            hint = f"add {actor.id} to actors: if it does"
            yield places.in_text(document, mention.span, "loose-name", message, hint, Severity.WARNING)


def _index(actors: Mapping[str, Actor]) -> AliasIndex:
    """All loose names; one that two actors have means neither of them."""
    return AliasIndex(
        replace(actor, name=actor.loose[0], aliases=actor.loose) for actor in actors.values() if actor.loose
    )

"""Who is said to take part in a document is named in it."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from generator.assemble.places import Places
from generator.facts.origin import origin_of
from generator.memo import Memory
from generator.memo.row import each
from generator.model.actor import Actor
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.document import Document
from generator.model.nearest import folded
from generator.model.prose import Prose
from generator.model.verdict import Verdicts
from generator.read.mentions import AliasIndex, find_mentions

SHOWN = 6
"""How many names the hint lists."""


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """A warning at each entry of `actors` whom text, title and takeaways do not name.

    Who speaks in a fact is there, and so is one for whom somebody speaks who is named. A loose name is
    enough: the entry then says whom it means.
    """
    silent = each(memory, _silent, archive.documents, archive.texts_in_order, by=(archive.actors,))
    for document, actors in zip(archive.documents, silent, strict=True):
        for actor in actors:
            yield from _told(document, archive.actors[actor], places)


def _silent(document: Document, text: Prose, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """Those who take part, but neither are named in any way nor speak."""
    heard = set(document.named)
    if heard.issuperset(document.actors):
        return ()
    heard |= {actor for fact in document.facts for actor in (fact.according_to, *fact.via) if actor}
    speaks_for = {actor.id: actor.speaks_for for actor in actors.values()}
    heard |= {origin_of(actor, speaks_for) for actor in heard}
    silent = [actors[actor] for actor in document.actors if actor not in heard]
    named = _named_beside(document, silent) | _named_loosely(text, silent)
    return tuple(actor.id for actor in silent if actor.id not in named)


def _named_beside(document: Document, actors: list[Actor]) -> set[str]:
    """Those of some actors whom the title or a takeaway names."""
    index = AliasIndex(actors)
    texts = (document.title, *(takeaway.text for takeaway in document.takeaways))
    return {mention.actor for text in texts for mention in find_mentions(Prose(text), index)}


def _named_loosely(text: Prose, actors: list[Actor]) -> set[str]:
    """Those of some actors whom the text calls by a loose name: `actors` then says whom it means."""
    loose = [replace(actor, name=actor.loose[0], aliases=actor.loose) for actor in actors if actor.loose]
    return {mention.actor for mention in find_mentions(text, AliasIndex(loose))}


def _told(document: Document, actor: Actor, places: Places) -> Iterator[Diagnostic]:
    """The warning at the first entry that means an actor."""
    spellings = {folded(name) for name in (actor.id, *actor.names)}
    typed = enumerate(places.written(document).actors)
    place = next((place for place, name in typed if folded(name) in spellings), None)
    if place is not None:
        message = f"the text does not name {actor.name}"
        names = ", ".join(f'"{name}"' for name in actor.names[:SHOWN])
        more = " and other names" if len(actor.names) > SHOWN else ""
        looked_for = f"it was looked for as {names}{more}"
        hint = f"{looked_for}; add the text's word for it to {actor.file}, or delete it here"
        path = ("actors", place)
        yield places.problem(document.file, path, "actor-not-in-text", message, hint, Severity.WARNING)

"""Actors with how often they appear."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import Document
from generator.pages.parts.head import Link


class ActorCount(Struct, frozen=True):
    """An actor with the number of documents it takes part in."""

    actor: Link
    kind: str
    documents: int


def actors_in(archive: Archive, documents: Iterable[Document], leave_out: str = "") -> tuple[ActorCount, ...]:
    """The actors of these documents, the most frequent first, then by name."""
    counted = Counter(actor for document in documents for actor in document.actors if actor != leave_out)
    ranked = sorted(counted.items(), key=lambda item: (-item[1], archive.actors[item[0]].name))
    return tuple(
        ActorCount(Link(actor.name, urls.actor_url(actor)), actor.kind.value, documents)
        for actor_id, documents in ranked
        for actor in (archive.actors[actor_id],)
    )

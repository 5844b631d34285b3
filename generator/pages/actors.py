"""All actors, by kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.model import urls
from generator.model.actor import ActorKind
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages.parts.head import Head, Link
from generator.pages.parts.linkeddata import breadcrumbs
from generator.words.numbers import count

HEADINGS = {
    ActorKind.STATE: "States and governments",
    ActorKind.GROUP: "Groups",
    ActorKind.ORGANISATION: "Organisations",
    ActorKind.MONITOR: "Monitors",
    ActorKind.AGENCY: "News agencies and state media",
    ActorKind.PERSON: "People",
}


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor with its other names and how often it appears."""

    actor: Link
    aliases: tuple[str, ...]
    documents: int
    says: int
    """How many figures rest on it."""


@dataclass(frozen=True, slots=True)
class ActorGroup:
    """The actors of one kind, by name."""

    heading: str
    actors: tuple[ActorLine, ...]


@dataclass(frozen=True, slots=True)
class ActorsView:
    """The list of actors."""

    head: Head
    groups: tuple[ActorGroup, ...]


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The one list of actors."""
    yield Page(urls.ACTORS, "actors.html", partial(_view, archive))


def _view(archive: Archive) -> ActorsView:
    says: dict[str, int] = {}
    for fact in archive.facts:
        if fact.origin:
            says[fact.origin] = says.get(fact.origin, 0) + 1
    groups = tuple(
        ActorGroup(heading, lines)
        for kind, heading in HEADINGS.items()
        if (lines := _lines(archive, kind, says))
    )
    number = count(len(archive.actors), "actor", "actors", archive.site.language)
    head = Head(
        title="Actors",
        path=urls.ACTORS,
        description=f"The {number} of the archive: people, groups, states and organisations.",
        linked_data=breadcrumbs(archive.site, (), "Actors", urls.ACTORS),
        section="actors",
    )
    return ActorsView(head, groups)


def _lines(archive: Archive, kind: ActorKind, says: dict[str, int]) -> tuple[ActorLine, ...]:
    actors = sorted((a for a in archive.actors.values() if a.kind is kind), key=lambda actor: actor.name)
    return tuple(
        ActorLine(
            Link(actor.name, urls.actor_url(actor)),
            actor.names[1:],
            len(archive.by_actor.get(actor.id, ())),
            says.get(actor.id, 0),
        )
        for actor in actors
    )

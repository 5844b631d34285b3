"""All actors, by kind."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from msgspec import Struct

from generator.model import paging, urls
from generator.model.actor import Actor, ActorKind
from generator.model.appearance import NOWHERE
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages.parts.head import Head, Link
from generator.pages.parts.linkeddata import breadcrumbs
from generator.pages.parts.turning import Turn, Turner, turn_title, turn_url, turner_of, turns_of
from generator.words.catalogue import say, say_count, to_say

HEADINGS = {
    ActorKind.STATE: to_say("States and governments"),
    ActorKind.GROUP: to_say("Groups"),
    ActorKind.ORGANISATION: to_say("Organisations"),
    ActorKind.MONITOR: to_say("Monitors"),
    ActorKind.AGENCY: to_say("News agencies and state media"),
    ActorKind.PERSON: to_say("People"),
}

PLACE = to_say("Actors %(first)s to %(last)s of %(all)s")


class ActorLine(Struct, frozen=True):
    """An actor with its other names and how often it appears."""

    actor: Link
    aliases: tuple[str, ...]
    documents: int
    says: int
    """How many figures rest on it."""


class ActorGroup(Struct, frozen=True):
    """Actors of one kind, by name."""

    heading: str
    continued: bool
    """It began on the page before."""
    actors: tuple[ActorLine, ...]


class ActorsView(Struct, frozen=True):
    """A page of the list of actors."""

    head: Head
    groups: tuple[ActorGroup, ...]
    turner: Turner | None
    """Between its pages; None where one page holds all."""


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The list of actors, on as many pages as it needs."""
    order = {kind: place for place, kind in enumerate(HEADINGS)}
    actors = sorted(archive.actors.values(), key=lambda actor: (order[actor.kind], actor.name))
    before: str | None = None
    for part, turn in turns_of([actor.id for actor in actors], paging.LIMITS.names):
        view = partial(_view, archive, judged, part, turn, len(actors), before)
        yield Page(turn_url(urls.ACTORS, turn), "actors.html", view)
        before = archive.actors[part[-1]].kind.value if part else None


def _view(
    archive: Archive, judged: Judged, ids: tuple[str, ...], turn: Turn, total: int, before: str | None
) -> ActorsView:
    language = archive.site.language
    actors = [archive.actors[id] for id in ids]
    groups = tuple(
        ActorGroup(
            say(language, HEADINGS[kind]), kind == before, tuple(_line(archive, actor) for actor in group)
        )
        for kind, group in groupby(actors, key=lambda actor: actor.kind)
    )
    path = turn_url(urls.ACTORS, turn)
    title = turn_title(say(language, "Actors"), turn, language)
    crumbs = () if turn[0] == 1 else (Link(say(language, "Actors"), urls.ACTORS),)
    head = Head(
        title=title,
        path=path,
        description=say_count(
            language,
            "The %(num)s actor of the archive: people, groups, states and organisations.",
            "The %(num)s actors of the archive: people, groups, states and organisations.",
            total,
        ),
        crumbs=crumbs,
        linked_data=breadcrumbs(archive.site, crumbs, title, path),
        section="actors",
    )
    return ActorsView(head, groups, turner_of(urls.ACTORS, turn, PLACE, len(ids), total, language))


def _line(archive: Archive, actor: Actor) -> ActorLine:
    appearance = archive.appearance.get(actor.id, NOWHERE)
    return ActorLine(
        Link(actor.name, urls.actor_url(actor)), actor.names[1:], appearance.documents, appearance.figures
    )

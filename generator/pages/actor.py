"""An actor: profile, what it says, what is said of it, where it is mentioned, who appears beside it."""

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from generator.model import paging, urls
from generator.model.actor import Actor
from generator.model.appearance import NOWHERE, Appearance
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.page import Page
from generator.model.prose import Prose
from generator.model.verdict import Judged
from generator.pages.parts.actorcount import ActorCount
from generator.pages.parts.company import Company, company_of
from generator.pages.parts.follow import feeds_of
from generator.pages.parts.head import Head, Link, SearchEntry
from generator.pages.parts.linkeddata import breadcrumbs
from generator.pages.parts.mentions import DayOfMentions, mentions_of
from generator.pages.parts.paging import (
    Pager,
    Place,
    is_newest,
    pager_of,
    parts_of,
    period_of,
    place_title,
    place_url,
)
from generator.pages.parts.rhythmchart import RhythmChart, rhythmchart_of
from generator.pages.parts.statement import Statement, said_by, said_of
from generator.words.catalogue import say, say_count


class RelationLine(Struct, frozen=True):
    """How the actor stands to another: "backed by" Iran."""

    role: str
    actor: Link


class ActorView(Struct, frozen=True):
    """What the archive knows of one actor; on an older page, what some of the documents say of it."""

    head: Head
    name: str
    kind: str
    says: tuple[Statement, ...]
    said_of: tuple[Statement, ...]
    """Figures that others assert in a sentence that names it."""
    mentions: tuple[DayOfMentions, ...]
    pager: Pager | None
    """Between the pages of its documents; None where one page holds all."""
    aliases: tuple[str, ...] = ()
    """These and all that follow stand on the newest page alone."""
    profile: Prose = Prose()
    speaks_for: Link | None = None
    speakers: tuple[Link, ...] = ()
    """Actors whose claims count as this one's."""
    relations: tuple[RelationLine, ...] = ()
    documents: int = 0
    days: int = 0
    """How many days have documents in which it takes part."""
    rhythm: RhythmChart | None = None
    """Its documents over time; None where they are of one day."""
    beside: tuple[ActorCount, ...] = ()
    others: int = 0
    """How many appear beside it that are not listed."""
    company: Company | None = None
    """The most frequent of them as a drawing; None where there is nobody."""


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """A page for each actor, and older ones for those that are in many documents."""
    speakers: dict[str, list[str]] = {}
    for actor in archive.actors.values():
        if actor.speaks_for:
            speakers.setdefault(actor.speaks_for, []).append(actor.id)
    for actor in archive.actors.values():
        documents = archive.concerning.get(actor.id, ())
        for part, place in parts_of(archive, documents, paging.LIMITS.actor):
            url = place_url(urls.actor_url(actor), place)
            if is_newest(place):
                keys = (actor.id, tuple(speakers.get(actor.id, ())), part, place)
                yield Page(url, "actor.html", partial(_view, archive, judged, *keys), searched=True)
            else:
                yield Page(url, "actor.html", partial(_older, archive, judged, actor.id, part, place))


def _view(
    archive: Archive,
    judged: Judged,
    id: str,
    speakers: tuple[str, ...],
    documents: tuple[str, ...],
    place: Place,
) -> ActorView:
    actor = archive.actors[id]
    found = [archive.document[document] for document in documents]
    appearance = archive.appearance.get(id, NOWHERE)
    return ActorView(
        head=_head(archive, actor, appearance, feeds_of(urls.actor_url(actor), found)),
        name=actor.name,
        kind=actor.kind.value,
        aliases=actor.names[1:],
        profile=actor.profile,
        speaks_for=_link(archive, actor.speaks_for) if actor.speaks_for else None,
        speakers=tuple(_link(archive, other) for other in speakers),
        relations=tuple(
            RelationLine(relation.role, _link(archive, relation.actor)) for relation in actor.relations
        ),
        documents=appearance.documents,
        days=appearance.days,
        says=said_by(archive, judged, id, found),
        said_of=said_of(archive, judged, id, found),
        mentions=_mentions(archive, id, found),
        rhythm=rhythmchart_of(archive, appearance.rhythm),
        beside=tuple(
            ActorCount(_link(archive, other), archive.actors[other].kind.value, shared)
            for other, shared in appearance.beside
        ),
        others=appearance.others,
        company=company_of(appearance.beside),
        pager=_pager(archive, actor, found, place),
    )


def _older(archive: Archive, judged: Judged, id: str, documents: tuple[str, ...], place: Place) -> ActorView:
    actor = archive.actors[id]
    found = [archive.document[document] for document in documents]
    language = archive.site.language
    title, path = place_title(actor.name, place, language), place_url(urls.actor_url(actor), place)
    crumbs = (Link(say(language, "Actors"), urls.ACTORS), _link(archive, id))
    period = period_of([document.day for document in found], language)
    return ActorView(
        head=Head(
            title=title,
            path=path,
            description=say(
                language,
                "%(actor)s, %(period)s: what it says, what is said of it, every mention.",
                actor=actor.name,
                period=period,
            ),
            crumbs=crumbs,
            linked_data=breadcrumbs(archive.site, crumbs, title, path),
            section="actors",
        ),
        name=actor.name,
        kind=actor.kind.value,
        says=said_by(archive, judged, id, found),
        said_of=said_of(archive, judged, id, found),
        mentions=_mentions(archive, id, found),
        pager=_pager(archive, actor, found, place),
    )


def _link(archive: Archive, id: str) -> Link:
    actor = archive.actors[id]
    return Link(actor.name, urls.actor_url(actor))


def _mentions(archive: Archive, id: str, documents: Sequence[Document]) -> tuple[DayOfMentions, ...]:
    """Not of documents in which somebody else speaks for it and nobody names it."""
    return mentions_of(archive, id, (document for document in documents if id in document.actors))


def _pager(archive: Archive, actor: Actor, documents: Sequence[Document], place: Place) -> Pager | None:
    days = [document.day for document in documents]
    return pager_of(urls.actor_url(actor), place, days, archive.site.language)


def _head(archive: Archive, actor: Actor, appearance: Appearance, feeds: str) -> Head:
    language = archive.site.language
    path = urls.actor_url(actor)
    crumbs = (Link(say(language, "Actors"), urls.ACTORS),)
    return Head(
        title=actor.name,
        path=path,
        description=say_count(
            language,
            "%(actor)s in %(num)s document: what it says, what is said of it, every mention.",
            "%(actor)s in %(num)s documents: what it says, what is said of it, every mention.",
            appearance.documents,
            actor=actor.name,
        ),
        crumbs=crumbs,
        search=SearchEntry(
            kind="actor",
            day=appearance.last,
            actors=(actor.name,),
            topics=tuple(archive.topics[topic].title for topic in appearance.topics),
            years=tuple(map(str, appearance.years)),
            also=actor.names[1:],
        ),
        linked_data=breadcrumbs(archive.site, crumbs, actor.name, path),
        section="actors",
        feeds=feeds,
    )

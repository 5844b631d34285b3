"""An actor: profile, what it says, what is said of it, where it is mentioned, who appears beside it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from generator.model import urls
from generator.model.actor import Actor
from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.page import Page
from generator.model.prose import Prose
from generator.model.verdict import Judged
from generator.pages.parts.actorcount import ActorCount, actors_in
from generator.pages.parts.figure import Figure, figure_of
from generator.pages.parts.head import Head, Link, SearchEntry
from generator.pages.parts.linkeddata import breadcrumbs
from generator.pages.parts.mentions import DayOfMentions, mentions_of
from generator.words.numbers import count


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure with the measure that it answers."""

    measure: Link
    figure: Figure


@dataclass(frozen=True, slots=True)
class RelationLine:
    """How the actor stands to another: "backed by" Iran."""

    role: str
    actor: Link


@dataclass(frozen=True, slots=True)
class ActorView:
    """Everything that the archive knows of one actor."""

    head: Head
    name: str
    kind: str
    aliases: tuple[str, ...]
    profile: Prose
    speaks_for: Link | None
    speakers: tuple[Link, ...]
    """Actors whose claims count as this one's."""
    relations: tuple[RelationLine, ...]
    documents: int
    days: tuple[date, ...]
    says: tuple[Statement, ...]
    said_of: tuple[Statement, ...]
    """Figures that others assert in a sentence that names it."""
    mentions: tuple[DayOfMentions, ...]
    beside: tuple[ActorCount, ...]


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """A page for each actor."""
    speakers: dict[str, list[Actor]] = {}
    for actor in archive.actors.values():
        if actor.speaks_for:
            speakers.setdefault(actor.speaks_for, []).append(actor)
    statements = cache(partial(_statements, archive))  # worked out once, for the first page that is wanted
    for actor in archive.actors.values():
        view = partial(_view, archive, judged, actor, speakers.get(actor.id, []), statements)
        yield Page(urls.actor_url(actor), "actor.html", view, searched=True)


def _view(
    archive: Archive,
    judged: Judged,
    actor: Actor,
    speakers: list[Actor],
    statements: Callable[[], tuple[dict[str, list[Fact]], dict[str, list[Fact]]]],
) -> ActorView:
    says, said_of = statements()
    documents = archive.by_actor.get(actor.id, ())
    boss = archive.actors[actor.speaks_for] if actor.speaks_for else None
    return ActorView(
        head=_head(archive, actor),
        name=actor.name,
        kind=actor.kind.value,
        aliases=actor.names[1:],
        profile=actor.profile,
        speaks_for=Link(boss.name, urls.actor_url(boss)) if boss else None,
        speakers=tuple(Link(other.name, urls.actor_url(other)) for other in speakers),
        relations=tuple(
            RelationLine(relation.role, Link(other.name, urls.actor_url(other)))
            for relation in actor.relations
            for other in (archive.actors[relation.actor],)
        ),
        documents=len(documents),
        days=tuple(sorted({document.day for document in documents})),
        says=tuple(_statement(archive, judged, fact) for fact in says.get(actor.id, ())),
        said_of=tuple(_statement(archive, judged, fact) for fact in said_of.get(actor.id, ())),
        mentions=mentions_of(archive, actor.id),
        beside=actors_in(archive, documents, leave_out=actor.id),
    )


def _statement(archive: Archive, judged: Judged, fact: Fact) -> Statement:
    measure = archive.measures[fact.measure]
    return Statement(
        Link(measure.label, urls.measure_url(measure)), figure_of(archive, fact, judged.now[measure.id])
    )


def _statements(archive: Archive) -> tuple[dict[str, list[Fact]], dict[str, list[Fact]]]:
    """By actor: the facts that it asserts, and those that others assert in a sentence naming it."""
    says: dict[str, list[Fact]] = {}
    said_of: dict[str, list[Fact]] = {}
    for document in archive.documents:
        for fact in document.facts:
            speakers = {fact.origin, fact.according_to} - {None}
            for speaker in speakers:
                says.setdefault(str(speaker), []).append(fact)
            if fact.span is None:
                continue
            sentence = document.prose.sentence_at(fact.span)
            named = {mention.actor for mention in document.mentions if mention.span.meets(sentence)}
            for actor in sorted(named - speakers - set(fact.via)):
                said_of.setdefault(actor, []).append(fact)
    return says, said_of


def _head(archive: Archive, actor: Actor) -> Head:
    documents = archive.by_actor.get(actor.id, ())
    printed = count(len(documents), "document", "documents", archive.site.language)
    path = urls.actor_url(actor)
    crumbs = (Link("Actors", urls.ACTORS),)
    topics = sorted({topic for document in documents for topic in archive.topics_of(document)})
    return Head(
        title=actor.name,
        path=path,
        description=f"{actor.name} in {printed}: what it says, what is said of it, every mention.",
        crumbs=crumbs,
        search=SearchEntry(
            kind="actor",
            day=max((document.day for document in documents), default=None),
            actors=(actor.name,),
            topics=tuple(archive.topics[topic].title for topic in topics),
            years=tuple(sorted({str(document.day.year) for document in documents})),
        ),
        linked_data=breadcrumbs(archive.site, crumbs, actor.name, path),
        section="actors",
    )

"""Links and images of all texts, from as written to as used."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from generator.assemble.contentpath import content_path
from generator.assemble.release import Absent
from generator.assemble.targets import Led, Targets
from generator.memo import Memory
from generator.model.actor import Actor
from generator.model.archive import Archive
from generator.model.asset import ADDRESS, FOLDER
from generator.model.document import Document
from generator.model.prose import Prose
from generator.model.source import Source
from generator.model.textlink import Fate
from generator.model.topic import Topic

T = TypeVar("T", Actor, Source, Topic)


def with_links(
    archive: Archive,
    absent: Iterable[Absent],
    unreadable: Iterable[str],
    refused: Iterable[str],
    memory: Memory,
) -> Archive:
    """The archive with every link of its texts followed to the page or file that it means.

    `unreadable` and `refused` are paths of files and assets with mistakes of their own.
    """
    absent = tuple(absent)
    targets = Targets(archive, absent, unreadable, refused)

    def leads(prose: Prose, file: str) -> str:
        return "\n".join(targets.lead(link, file).line for link in prose.links)

    def documents() -> Iterator[Document]:
        for one in archive.documents:
            led = leads(one.prose, one.file)
            yield memory.remembered(_document, one, led) if led else one

    def actor(one: Actor) -> Actor:
        return memory.remembered(_actor, one, leads(one.profile, one.file))

    def source(one: Source) -> Source:
        return memory.remembered(_source, one, leads(one.note, one.file))

    def topic(one: Topic) -> Topic:
        return memory.remembered(_topic, one, leads(one.text, one.file))

    return replace(
        archive,
        documents=tuple(documents()),
        actors=_each(archive.actors, actor, memory),
        sources=_each(archive.sources, source, memory),
        topics=_each(archive.topics, topic, memory),
        awaited=frozenset(file for one in absent for file in _assets_named(one)),
    )


def _each(known: Mapping[str, T], led: Callable[[T], T], memory: Memory) -> Mapping[str, T]:
    """The same mapping, and the very same one as in the run before where nothing in it has changed."""
    return memory.remembered(_by_id, tuple(led(one) for one in known.values()))


def _by_id(things: tuple[T, ...]) -> Mapping[str, T]:
    return {thing.id: thing for thing in things}


def _document(document: Document, leads: str) -> Document:
    return replace(document, prose=_prose(document.prose, leads))


def _actor(actor: Actor, leads: str) -> Actor:
    return replace(actor, profile=_prose(actor.profile, leads)) if leads else actor


def _source(source: Source, leads: str) -> Source:
    return replace(source, note=_prose(source.note, leads)) if leads else source


def _topic(topic: Topic, leads: str) -> Topic:
    return replace(topic, text=_prose(topic.text, leads)) if leads else topic


def _prose(prose: Prose, leads: str) -> Prose:
    """The text with its links led, a line of `leads` for each.

    They are given as lines, because equal texts with equal lines are remembered as the same at little cost.
    """
    found = map(Led.of_line, leads.split("\n"))
    links = tuple(
        replace(link, fate=led.fate, href=led.href, size=led.size)
        for link, led in zip(prose.links, found, strict=True)
    )
    return replace(prose, links=links)


def _assets_named(absent: Absent) -> Iterable[str]:
    """The assets that a document refers to that is left out."""
    file = absent.file.entry.file.path
    for link in absent.file.prose.links:
        if link.written.startswith(ADDRESS):
            yield FOLDER + link.written.removeprefix(ADDRESS).partition("#")[0]
        elif link.fate is Fate.OPEN and (path := content_path(file, link.written)):
            yield path

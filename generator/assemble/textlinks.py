"""Links and images of all texts, from as written to as used."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from msgspec import structs

from generator.assemble.aims import Aims, aim_of, assets_named, missed_aim_of
from generator.assemble.release import Absent
from generator.assemble.targets import Led, Targets
from generator.memo import Memory
from generator.memo.row import Row, each
from generator.model.actor import Actor
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.prose import Prose
from generator.model.source import Source
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
    absent, unreadable, refused = tuple(absent), frozenset(unreadable), frozenset(refused)
    documents, texts = archive.documents, archive.texts_in_order
    aims = memory.remembered(
        Aims,
        each(memory, aim_of, documents, texts, plain=True),
        archive.actors,
        archive.sources,
        archive.topics,
        archive.assets,
        each(memory, missed_aim_of, absent, plain=True),
        tuple(sorted(unreadable)),
        tuple(sorted(refused)),
    )
    targets = aims.targets(archive, absent, unreadable, refused)
    where = each(memory, _leads_in_document, documents, texts, by=(targets,), plain=True)
    awaited = each(memory, assets_named, absent, plain=True)
    return replace(
        archive,
        texts=memory.remembered(_by_document, documents, each(memory, _led, texts, where)),
        actors=_each(memory, archive.actors, _leads_in_actor, _actor, targets),
        sources=_each(memory, archive.sources, _leads_in_source, _source, targets),
        topics=_each(memory, archive.topics, _leads_in_topic, _topic, targets),
        awaited=frozenset(file for files in awaited for file in files),
    )


Leads = tuple[Led, ...]


def _each(
    memory: Memory,
    known: Mapping[str, T],
    leads: Callable[[T, Targets], Leads],
    led: Callable[[T, Leads], T],
    targets: Targets,
) -> Mapping[str, T]:
    """The very same mapping as in the run before where nothing in it has changed."""
    things = tuple(known.values())
    return memory.remembered(
        _by_id, each(memory, led, things, each(memory, leads, things, by=(targets,), plain=True))
    )


def _by_document(documents: Sequence[Document], texts: Row[Prose]) -> Mapping[str, Prose]:
    return {document.id: text for document, text in zip(documents, texts, strict=True)}


def _by_id(things: Row[T]) -> Mapping[str, T]:
    return {thing.id: thing for thing in things}


def _leads_in_document(document: Document, text: Prose, targets: Targets) -> Leads:
    return _leads(text, document.file, targets)


def _leads_in_actor(actor: Actor, targets: Targets) -> Leads:
    return _leads(actor.profile, actor.file, targets)


def _leads_in_source(source: Source, targets: Targets) -> Leads:
    return _leads(source.note, source.file, targets)


def _leads_in_topic(topic: Topic, targets: Targets) -> Leads:
    return _leads(topic.text, topic.file, targets)


def _leads(prose: Prose, file: str, targets: Targets) -> Leads:
    return tuple(targets.lead(link, file) for link in prose.links)


def _actor(actor: Actor, leads: Leads) -> Actor:
    return structs.replace(actor, profile=_led(actor.profile, leads)) if leads else actor


def _source(source: Source, leads: Leads) -> Source:
    return structs.replace(source, note=_led(source.note, leads)) if leads else source


def _topic(topic: Topic, leads: Leads) -> Topic:
    return structs.replace(topic, text=_led(topic.text, leads)) if leads else topic


def _led(prose: Prose, leads: Leads) -> Prose:
    """The text with its links led."""
    if not leads:
        return prose
    links = tuple(
        structs.replace(link, fate=led.fate, href=led.href, size=led.size)
        for link, led in zip(prose.links, leads, strict=True)
    )
    return replace(prose, links=links)

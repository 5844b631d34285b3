"""Every text of an archive, whatever it belongs to."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.memo import Memory
from generator.model.archive import Archive
from generator.model.prose import Prose
from generator.model.textlink import Fate, TextLink


def texts_of(archive: Archive) -> Iterator[tuple[str, Prose]]:
    """The path of each file that holds a text, and the text; documents first."""
    yield from ((document.file, archive.texts[document.id]) for document in archive.documents)
    yield from ((actor.file, actor.profile) for actor in archive.actors.values())
    yield from ((source.file, source.note) for source in archive.sources.values())
    yield from ((topic.file, topic.text) for topic in archive.topics.values())


class Texts(NamedTuple):
    """The same as two rows of one length."""

    files: tuple[str, ...]
    texts: tuple[Prose, ...]


def texts_in(archive: Archive, memory: Memory) -> Texts:
    """Every text of an archive, gone through once however often it is asked for."""
    return memory.remembered(_texts, archive)


def _texts(archive: Archive) -> Texts:
    found = tuple(texts_of(archive))
    return Texts(tuple(file for file, _ in found), tuple(text for _, text in found))


def lost_in(text: Prose) -> tuple[TextLink, ...]:
    """The links of a text that lead nowhere, or not to the place that they name."""
    return tuple(link for link in text.links if link.fate in {Fate.NOWHERE, Fate.NOT_THAT_PLACE})

"""A word of a name is written in one script: a Cyrillic а among Latin letters is never found."""

import unicodedata
from collections.abc import Iterator

from msgspec.structs import replace

from generator.assemble.places import Path, Places
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Mark, Severity
from generator.model.document import Document
from generator.model.verdict import Verdicts
from generator.read.scripts import Mixed, mixed_words


def check_title(document: Document, places: Places) -> Iterator[Diagnostic]:
    """A warning at each word of a document's title that mixes scripts."""
    yield from _told(places, document.file, ("title",), document.title)


def check(archive: Archive, verdicts: Verdicts, places: Places) -> Iterator[Diagnostic]:
    """A warning at each word that mixes scripts in a name of an actor, a source, a topic or a measure."""
    for actor in archive.actors.values():
        yield from _told(places, actor.file, ("name",), actor.name)
        for key, names in (("aliases", actor.aliases), ("loose", actor.loose)):
            for place, name in enumerate(names):
                yield from _told(places, actor.file, (key, place), name)
    for source in archive.sources.values():
        yield from _told(places, source.file, ("name",), source.name)
    for topic in archive.topics.values():
        yield from _told(places, topic.file, ("title",), topic.title)
        for measure in topic.measures:
            yield from _told(places, topic.file, ("measures", measure.key, "label"), measure.label)


def _told(places: Places, file: str, path: Path, name: str) -> Iterator[Diagnostic]:
    for mixed in mixed_words(name):
        word = name[mixed.span.start : mixed.span.end]
        message = f'"{word}" mixes {" and ".join(mixed.scripts)} letters: {_letter(mixed)}'
        hint = f"type the whole word in {mixed.scripts[0]} letters"
        problem = places.problem(file, path, "mixed-scripts", message, hint, Severity.WARNING)
        yield replace(problem, mark=_at_word(problem, word))


def _letter(mixed: Mixed) -> str:
    """The stray letter by its looks, its code point and its name in Unicode."""
    name = unicodedata.name(mixed.letter, "a letter without a name")
    return f"{mixed.letter} is U+{ord(mixed.letter):04X} {name}"


def _at_word(problem: Diagnostic, word: str) -> Mark:
    """The mark of a word in the value that a problem is about; of the whole value if it has escapes."""
    mark = problem.mark
    start = problem.excerpt.find(word, mark.column - 1, mark.column - 1 + mark.length)
    return mark if start < 0 else Mark(mark.line, start + 1, len(word))

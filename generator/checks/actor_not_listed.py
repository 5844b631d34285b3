"""A document that lists its actors lists whom others list that call it by the same name."""

from collections import Counter
from collections.abc import Iterator

from generator.assemble.places import Places
from generator.memo import Memory
from generator.memo.row import Row, each
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.document import Document
from generator.model.prose import Prose
from generator.model.verdict import Verdicts
from generator.model.written.document import WrittenDocument
from generator.read.file import ReadFile

WELL_KNOWN = 3
"""How many other documents must name an actor so, and list it."""
IN_PASSING = 1
"""How many times a text may name an actor that need not be listed."""

Named = tuple[tuple[str, str], ...]
"""Pairs of an actor's id and the name by which a text calls it, for each place where it does."""


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """A warning at `actors` for each actor it leaves out whom the text calls by a well-known name.

    A name is well known when three other documents or more that list their actors use it and list the actor,
    and those that use it and do not are fewer. So an archive that lists only who matters is left in peace,
    and so is a text that names the actor once in passing.
    """
    files = [places.file(document) for document in archive.documents]
    row = each(memory, named_and_listed, archive.documents, archive.texts_in_order, files, plain=True)
    for place, actor, name, listed_by, others in memory.remembered(_left_out, row):
        message = f'the text names {archive.actors[actor].name} ("{name}"), who is not listed here'
        hint = f"add {actor}: {listed_by} of {others} other documents with this name list it"
        file = archive.documents[place].file
        yield places.problem(file, ("actors",), "actor-not-listed", message, hint, Severity.WARNING)


def _left_out(row: Row[tuple[Named, frozenset[str]]]) -> tuple[tuple[int, str, str, int, int], ...]:
    """The place of a document, an actor, a name, how many others list it so, and how many others name it."""
    found: list[tuple[int, str, str, int, int]] = []
    listing = [(place, names, listed) for place, (names, listed) in enumerate(row) if listed]
    used = Counter(name for _, names, _ in listing for name in set(names))
    with_actor = Counter(name for _, names, listed in listing for name in set(names) if name[0] in listed)
    for place, names, listed in listing:
        told: set[str] = set()
        times = Counter(actor for actor, _ in names)
        for actor, name in names:
            others = used[actor, name] - 1
            listed_by = with_actor[actor, name]
            if (
                actor in listed | told
                or times[actor] <= IN_PASSING
                or listed_by < WELL_KNOWN
                or 2 * listed_by <= others
            ):
                continue
            told.add(actor)
            found.append((place, actor, name, listed_by, others))
    return tuple(found)


def named_and_listed(document: Document, text: Prose, file: ReadFile) -> tuple[Named, frozenset[str]]:
    """Whom the text names and how; and who is listed, empty when nobody is."""
    written = file.entry.written
    typed = len(written.actors) if isinstance(written, WrittenDocument) else 0
    if not typed:
        return (), frozenset()
    names = (
        (mention.actor, " ".join(text.text[mention.span.start : mention.span.end].split()))
        for mention in text.mentions
    )
    # Those of the front matter come first.
    return tuple(names), frozenset(document.actors[:typed])

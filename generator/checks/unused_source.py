"""A source is there because it printed something."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.assemble.unfinished import unfinished
from generator.memo import Memory
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.nearest import folded
from generator.model.verdict import Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """A warning at the name of each source of which there is no document.

    An archive without documents begins with what they will need.
    """
    if not archive.documents:
        return
    used = {document.source for document in archive.documents}
    unused = [source for source in archive.sources.values() if source.id not in used]
    elsewhere = unfinished(archive, places, memory) if unused else ""
    for source in unused:
        if any(folded(name) in elsewhere for name in (source.id, source.name)):
            continue
        message = f"no document was printed by {source.name}"
        hint = f"write source: {source.id} where it printed a document, or delete this file"
        yield places.problem(source.file, ("name",), "unused-source", message, hint, Severity.WARNING)

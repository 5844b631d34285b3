"""What is written of the archive's documents but does not stand in it: drafts, and what has mistakes."""

from generator.assemble.places import Places
from generator.model.archive import Archive
from generator.model.nearest import folded
from generator.model.written.base import Written
from generator.model.written.document import WrittenDocument
from generator.read.discover import DOCUMENTS


def unfinished(archive: Archive, places: Places) -> str:
    """The files, folded, of all documents that are left out of the archive or have lost a fact to a mistake.

    What is named in one of them is not unused, though nothing in the archive refers to it yet.
    """
    facts = {document.file: len(document.facts) for document in archive.documents}
    lost = (
        entry
        for entry in places.entries
        if entry.file.kind in DOCUMENTS
        and (entry.diagnostics or facts.get(entry.file.path) != _typed(entry.written))
    )
    return "\n".join(folded("\n".join(entry.lines)) for entry in (*places.absent, *lost))


def _typed(written: Written | None) -> int | None:
    """How many facts an author typed."""
    return len(written.facts) if isinstance(written, WrittenDocument) else None

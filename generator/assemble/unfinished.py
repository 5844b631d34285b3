"""What is written of the archive's documents but does not stand in it: drafts, and what has mistakes."""

from generator.assemble.places import Places
from generator.memo import Memory
from generator.memo.row import each
from generator.model.archive import Archive
from generator.model.nearest import folded
from generator.read.discover import DOCUMENTS
from generator.read.file import ReadFile
from generator.read.form import Form


def unfinished(archive: Archive, places: Places, memory: Memory) -> str:
    """The files, folded, of all documents that are left out of the archive or have lost a fact to a mistake.

    What is named in one of them is not unused, though nothing in the archive refers to it yet.
    """
    facts = {document.file: len(document.facts) for document in archive.documents}
    kept = [facts.get(file.file.path) for file in places.files]
    lost = each(memory, _lost, places.files, places.forms, kept, plain=True)
    absent = each(memory, _folded, places.absent, plain=True)
    return "\n".join((*absent, *filter(None, lost)))


def _lost(file: ReadFile, form: Form, facts: int | None) -> str:
    """The text of a document, if it says more than the facts that stand in the archive (None: nothing)."""
    if file.file.kind not in DOCUMENTS:
        return ""
    typed = len(form.keys) if form.day else None
    return _folded(file) if form.diagnostics or facts != typed else ""


def _folded(file: ReadFile) -> str:
    return folded("\n".join(file.entry.lines))

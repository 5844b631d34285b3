"""One document that was saved again: its new version put into the archive without reading the others."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from generator.assemble.documents import document_of
from generator.assemble.release import absence_of, shown_in
from generator.assemble.relinked import relinked
from generator.facts.families import facts_of
from generator.facts.judge import judge
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.prose import Prose
from generator.model.topic import Measure
from generator.model.verdict import Verdicts
from generator.preview.past import alike
from generator.preview.snapshot import Snapshot
from generator.read.discover import DOCUMENTS
from generator.read.disk import bytes_within
from generator.read.file import ReadFile, read_file
from generator.read.form import form_of
from generator.read.limits import FILE


def read_again(snapshot: Snapshot, folder: Path, path: str) -> ReadFile | None:
    """A document as its file says it now; None for other files, and where it cannot be read."""
    before = snapshot.sources.get(path)
    if before is None or before.entry.file.kind not in DOCUMENTS:
        return None
    raw = bytes_within(folder / path, FILE)
    if not raw:  # an empty file is one that is being written
        return None
    return read_file(replace(before.entry.file, raw=raw), snapshot.archive.site.language)


def with_saved(snapshot: Snapshot, folder: Path, file: ReadFile) -> Snapshot | None:
    """The snapshot with a document read again; None where the change may bear on more than can be told here.

    That is so when the document has mistakes, moves, names other figures, decides about figures, or leads to
    places where it did not lead before. A full look at the archive then says what has become of it.
    """
    old = snapshot.archive.document.get(file.entry.file.id)
    if old is None or old.file != file.entry.file.path or file.entry.diagnostics:
        return None
    assembled = _assembled(snapshot, file)
    if assembled is None:
        return None
    new, written = assembled
    text = relinked(written, snapshot.archive.texts[old.id])
    if text is None or _bears_on_others(old, new):
        return None
    archive = snapshot.archive.with_document(new, text)
    return Snapshot(
        folder,
        archive,
        _verdicts(archive, snapshot.verdicts, snapshot.history.families, old, new),
        snapshot.theme,
        {**snapshot.sources, file.entry.file.path: file},
        snapshot.gathered,
        snapshot,
    )


def _assembled(snapshot: Snapshot, file: ReadFile) -> tuple[Document, Prose] | None:
    archive, release = snapshot.archive, snapshot.gathered.release
    if release.last_day is not None or absence_of(form_of(file), release) is not None:
        return None
    assembled = document_of(file, snapshot.known, archive.site.language)
    if assembled.document is None or assembled.diagnostics:
        return None
    document = shown_in(release, assembled.document)
    supported = {fact for takeaway in document.takeaways for fact in takeaway.facts}
    leads = set(document.covers) <= archive.document.keys() and supported <= archive.fact.keys()
    return (document, assembled.text) if leads else None


def _bears_on_others(old: Document, new: Document) -> bool:
    """Whether more than the pages that show a document depends on how it changed."""
    return (
        _place(old) != _place(new)
        or [fact.id for fact in old.facts] != [fact.id for fact in new.facts]
        or any(fact.decided or fact.supersedes or fact.status for fact in (*old.facts, *new.facts))
    )


def _place(document: Document) -> tuple[object, ...]:
    return (document.id, document.kind, document.day, document.slug, document.aliases, document.draft)


def _verdicts(
    archive: Archive,
    before: Verdicts,
    kin: Mapping[str, tuple[Measure, ...]],
    old: Document,
    new: Document,
) -> Verdicts:
    """The verdicts, with those judged again that rest on a figure which changed."""
    touched = {
        measure
        for was, now in zip(old.facts, new.facts, strict=True)
        if not alike(was, now)
        for measure in (was.measure, now.measure)
    }
    if not touched:
        return before
    changed = dict(before)
    for family in {kin[measure][0].id: kin[measure] for measure in touched}.values():
        changed |= judge(family, facts_of(family, archive))
    return changed

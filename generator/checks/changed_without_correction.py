"""What was published does not change without a word to its readers."""

import json
from collections.abc import Iterator

from generator.assemble.explained import is_explained
from generator.assemble.places import Places
from generator.assemble.since import successors
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Mark, Severity
from generator.model.document import Document
from generator.model.record import Record, RecordedDocument, RecordedFact
from generator.model.written.document import WrittenDocument
from generator.read.discover import DOCUMENTS
from generator.words.recorded import recorded

CODE = "changed-without-correction"


def check(archive: Archive, record: Record, places: Places) -> Iterator[Diagnostic]:
    """A warning at each figure that differs from an earlier build, and at what disappeared since.

    Nothing is said of a document that only time keeps out, nor of a figure that readers were told about.
    """
    now = successors(archive, record)
    superseded = frozenset(other for fact in archive.facts for other in fact.supersedes)
    there = {file.file.id for file in places.files if file.file.kind in DOCUMENTS}
    for id, before in record.documents.items():
        document = now.get(id)
        if document is None:
            if id not in there:
                yield from _gone(id, before, places)
        elif id == document.id or document.id not in record.documents:
            yield from _changed(archive, document, before, superseded, places)


def _gone(id: str, before: RecordedDocument, places: Places) -> Iterator[Diagnostic]:
    absent = next((file.entry for file in places.absent if file.file.id == id), None)
    if absent is None:
        message = f"{before.address} was published, and no document stands there any more ({id})"
        hint = (
            "put the file back, with a correction of the kind retraction if it is to be withdrawn; "
            f"if it was renamed, add a line aliases: [{before.address}] to the new one"
        )
        yield Diagnostic(CODE, "content/site.yaml", Mark(), message, hint, Severity.WARNING)
    elif isinstance(absent.written, WrittenDocument) and absent.written.draft:
        message = f"{before.address} was published, and is a draft now"
        hint = "delete this line; to withdraw it, add a correction of the kind retraction"
        yield absent.problem(CODE, ("draft",), message, hint, severity=Severity.WARNING)


def _changed(
    archive: Archive,
    document: Document,
    before: RecordedDocument,
    superseded: frozenset[str],
    places: Places,
) -> Iterator[Diagnostic]:
    facts = {fact.key: fact for fact in document.facts}
    after = recorded(document).facts
    typed = {fact.key for fact in places.written(document).facts}
    added = {after[key].printed for key in after if key not in before.facts}
    for key, old in before.facts.items():
        fact, new = facts.get(key), after.get(key)
        if new and new.printed == old.printed:
            continue
        if is_explained(document, before, key, new, superseded):
            continue
        if fact is not None and new is not None:
            message = f'published as "{old.printed}", and now it is "{new.printed}"'
            path, hint = places.value_path(document, fact), _hint(archive, document, key, old, new)
        elif key not in typed and old.printed not in added:
            message = f'the fact "{key}" was published ("{old.printed}") and is not here any more'
            path = ("facts",)
            hint = "put it back with status: retracted, and the day in on and the reason"
        else:
            continue
        yield places.problem(document.file, path, CODE, message, hint, Severity.WARNING)


def _hint(archive: Archive, document: Document, key: str, old: RecordedFact, new: RecordedFact) -> str:
    """The correction to add, on one line; its day is today, where that is known."""
    on = max(archive.today, document.day).isoformat() if archive.today else "YYYY-MM-DD"
    was, now = (json.dumps(one.printed, ensure_ascii=False) for one in (old, new))
    line = f"{{kind: correction, fact: {key}, was: {was}, now: {now}, text: say why, on: {on}}}"
    if document.corrections:
        return f"add a line to corrections: - {line}"
    return f"add a line corrections: [{line}]"

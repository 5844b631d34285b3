"""References from document to document: `covers`, and the facts that support a takeaway."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from generator.assemble.references import Path, References
from generator.model.document import Document, Takeaway
from generator.model.nearest import nearest
from generator.model.written.document import WrittenDocument
from generator.model.written.summary import WrittenSummary
from generator.read.discover import EntryKind
from generator.read.entry import Entry
from generator.read.file import ReadFile


def with_sound_links(
    documents: Iterable[Document], files: Iterable[ReadFile], references: References, left_out: frozenset[str]
) -> tuple[Document, ...]:
    """The documents, with only those references that lead somewhere; the others are reported."""
    documents, files = tuple(documents), tuple(files)
    ids = {document.id for document in documents}
    facts = {fact.id for document in documents for fact in document.facts}
    # Also what was left out of the archive for mistakes that have been told already.
    written = {
        file.entry.file.id: {fact.key for fact in file.entry.written.facts}
        for file in files
        if isinstance(file.entry.written, WrittenDocument)
    }
    entries = {file.entry.file.path: file.entry for file in files}
    unreadable = references.unreadable[EntryKind.ARTICLE] | references.unreadable[EntryKind.SUMMARY]

    def leads_to_document(entry: Entry, path: Path, typed: str) -> bool:
        if typed in written or typed in unreadable:
            return typed in ids
        if typed in left_out:
            message = f'the document "{typed}" is not published: it is a draft or of a later day'
            references.problems.append(
                entry.problem("unpublished-document", path, message, "delete it here, or publish it")
            )
            return False
        meant = nearest(typed, written)
        hint = f'did you mean "{meant}"?' if meant else "write the name of its file without .md"
        references.problems.append(
            entry.problem("unknown-document", path, f'no document has the id "{typed}"', hint)
        )
        return False

    def leads_to_fact(entry: Entry, path: Path, typed: str) -> bool:
        if typed in facts:
            return True
        document, _, key = typed.partition("#")
        if document in written:
            if key in written[document]:
                return False
            meant = nearest(key, written[document])
            hint = f'did you mean "{document}#{meant}"?' if meant else "look at the facts in its front matter"
            message = f'the document "{document}" has no fact "{key}"'
            references.problems.append(entry.problem("unknown-fact", path, message, hint))
        else:
            leads_to_document(entry, path, document)
        return False

    return tuple(
        _sound(document, entries[document.file], leads_to_document, leads_to_fact) for document in documents
    )


Test = Callable[[Entry, Path, str], bool]


def _sound(document: Document, entry: Entry, leads_to_document: Test, leads_to_fact: Test) -> Document:
    if not isinstance(entry.written, WrittenSummary):
        return document
    return replace(
        document,
        covers=tuple(
            typed
            for place, typed in enumerate(document.covers)
            if leads_to_document(entry, ("covers", place), typed)
        ),
        takeaways=tuple(
            Takeaway(
                takeaway.text,
                tuple(
                    typed
                    for at, typed in enumerate(takeaway.facts)
                    if leads_to_fact(entry, ("takeaways", place, "facts", at), typed)
                ),
            )
            for place, takeaway in enumerate(document.takeaways)
        ),
    )

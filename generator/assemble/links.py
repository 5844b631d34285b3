"""References from document to document: `covers`, facts that support a takeaway, facts superseded."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from generator.assemble.corrections import corrected_until
from generator.assemble.references import Path
from generator.assemble.release import Absence, Absent
from generator.facts.known import undecided_until
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document, Takeaway
from generator.model.fact import Fact
from generator.model.nearest import nearest, nearest_document
from generator.model.written.document import WrittenDocument
from generator.model.written.summary import WrittenSummary
from generator.read.entry import Entry
from generator.read.file import ReadFile


def with_sound_links(
    documents: Iterable[Document],
    files: Iterable[ReadFile],
    unreadable: frozenset[str],
    absent: Iterable[Absent],
    as_of: date | None = None,
) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    """The documents, with only those references that lead somewhere; and what is wrong with the others.

    A document that needs no change is returned as it is, the very same object. What an editor decided later
    than `as_of` is left out, as are documents of a later day. A reference to a draft is a mistake. One to a
    document that only time keeps out is dropped without a word: an archive must build on every day.
    """
    documents, files = tuple(_undecided(document, as_of) for document in documents), tuple(files)
    absent = tuple(absent)
    ids = {document.id for document in documents}
    facts = {fact.id: fact for document in documents for fact in document.facts}
    # Also what was left out of the archive for mistakes that have been told already.
    written = {
        file.entry.file.id: {fact.key for fact in file.entry.written.facts}
        for file in files
        if isinstance(file.entry.written, WrittenDocument)
    }
    in_time = {
        one.file.entry.file.id: {fact.key for fact in one.file.entry.written.facts}
        for one in absent
        if one.why is not Absence.DRAFT and isinstance(one.file.entry.written, WrittenDocument)
    }
    entries = {file.entry.file.path: file.entry for file in files}
    why = {one.file.entry.file.id: one.why for one in absent}
    problems: list[Diagnostic] = []

    def leads_to_document(entry: Entry, path: Path, typed: str) -> bool:
        if typed in written or typed in unreadable:
            return typed in ids
        if typed in why:
            if why[typed] is Absence.DRAFT:
                message = f'the document "{typed}" is a draft, and so is not published'
                hint = "delete it here, or publish it"
                problems.append(entry.problem("unpublished-document", path, message, hint))
            return False
        meant = nearest_document(typed, written)
        hint = f'did you mean "{meant}"?' if meant else "write the name of its file without .md"
        problems.append(entry.problem("unknown-document", path, f'no document has the id "{typed}"', hint))
        return False

    def leads_to_fact(entry: Entry, path: Path, typed: str) -> bool:
        if typed in facts:
            return True
        document, _, key = typed.partition("#")
        keys = written.get(document, in_time.get(document))
        if keys is not None:
            if key in keys:
                return False
            meant = nearest(key, keys)
            hint = f'did you mean "{document}#{meant}"?' if meant else "look at the facts in its front matter"
            message = f'the document "{document}" has no fact "{key}"'
            problems.append(entry.problem("unknown-fact", path, message, hint))
        else:
            leads_to_document(entry, path, document)
        return False

    def can_be_superseded(entry: Entry, path: Path, typed: str, by: Fact) -> bool:
        if not leads_to_fact(entry, path, typed):
            return False
        told = _why_not(facts[typed], by)
        if told:
            problems.append(entry.problem(told[0], path, *told[1:]))
        return not told

    sound = tuple(
        _sound(
            _with_sound_decisions(document, entries[document.file], can_be_superseded),
            entries[document.file],
            leads_to_document,
            leads_to_fact,
        )
        for document in documents
    )
    return sound, tuple(problems)


Test = Callable[[Entry, Path, str], bool]
TestOfFact = Callable[[Entry, Path, str, Fact], bool]


def _undecided(document: Document, as_of: date | None) -> Document:
    if as_of is None:
        return document
    document = corrected_until(document, as_of)
    if not any(fact.decided for fact in document.facts):
        return document
    return replace(document, facts=tuple(undecided_until(fact, as_of) for fact in document.facts))


def _why_not(superseded: Fact, by: Fact) -> tuple[str, str, str] | None:
    """Code, message and hint when a fact cannot be superseded by another."""
    if superseded.measure != by.measure:
        message = f"{superseded.id} answers another measure, {superseded.measure}"
        return "other-measure", message, f"name a fact of {by.measure}"
    if by.decided is not None and by.decided < superseded.published:
        message = f"decided on {by.decided}, before {superseded.id} was printed on {superseded.published}"
        return "early-decision", message, f"write on: {superseded.published}, or a later day"
    return None


def _with_sound_decisions(document: Document, entry: Entry, can_be_superseded: TestOfFact) -> Document:
    written = entry.written
    if not isinstance(written, WrittenDocument) or not any(fact.supersedes for fact in document.facts):
        return document
    places = {typed.key: place for place, typed in enumerate(written.facts)}
    facts: list[Fact] = []
    for fact in document.facts:
        typed = written.facts[places[fact.key]].supersedes if fact.supersedes else ()
        path = ("facts", places[fact.key], "supersedes")
        sound = (id for at, id in enumerate(typed) if can_be_superseded(entry, (*path, at), id, fact))
        facts.append(_superseding(fact, tuple(dict.fromkeys(sound))))
    changed = replace(document, facts=tuple(facts))
    return document if changed.facts == document.facts else changed


def _superseding(fact: Fact, supersedes: tuple[str, ...]) -> Fact:
    if supersedes or fact.status is not None:
        return replace(fact, supersedes=supersedes)
    # Nothing is left of the decision, and its reason may speak of what is not published.
    return replace(fact, supersedes=(), decided=None, reason="")


def _sound(document: Document, entry: Entry, leads_to_document: Test, leads_to_fact: Test) -> Document:
    if not isinstance(entry.written, WrittenSummary):
        return document
    changed = replace(
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
    same = (changed.covers, changed.takeaways) == (document.covers, document.takeaways)
    return document if same else changed

"""References from document to document: `covers`, facts that support a takeaway, facts superseded."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from msgspec import Struct, structs

from generator.assemble.corrections import corrected_until
from generator.assemble.references import Path
from generator.assemble.release import Absence, Absent
from generator.facts.known import undecided_until
from generator.memo import Memory
from generator.memo.row import Row, each
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document, DocumentKind, Takeaway
from generator.model.fact import Fact
from generator.model.nearest import nearest, nearest_document
from generator.model.written.document import WrittenDocument
from generator.model.written.summary import WrittenSummary
from generator.read.entry import Entry
from generator.read.file import ReadFile
from generator.read.form import Form, form_of


class Sound(Struct, frozen=True):
    """Documents with only those references that lead somewhere, and what is wrong with the others."""

    documents: Row[Document]
    diagnostics: tuple[Diagnostic, ...]


def with_sound_links(
    documents: Sequence[Document],
    files: Sequence[ReadFile],
    forms: Sequence[Form],
    absent: Sequence[Absent],
    memory: Memory,
    as_of: date | None = None,
) -> Sound:
    """The documents, with only those references that lead somewhere; and what is wrong with the others.

    A document that needs no change is returned as it is, the very same object. What an editor decided later
    than `as_of` is left out, as are documents of a later day. A reference to a draft is a mistake. One to a
    document that only time keeps out is dropped without a word: an archive must build on every day.
    """
    if as_of is not None:
        documents = each(memory, _undecided, documents, by=(as_of,))
    there = memory.remembered(
        Referable,
        each(memory, _named, documents, plain=True),
        each(memory, _written, files, forms, plain=True),
        each(memory, _left_out, absent, plain=True),
        tuple(sorted(file.file.id for file, form in zip(files, forms, strict=True) if not form.readable)),
    )
    by_path = {file.file.path: file for file in files}
    own = [by_path[document.file] for document in documents]
    sound = each(memory, _sound_in, documents, own, by=(there,))
    return Sound(
        each(memory, _document_of, sound), tuple(problem for _, problems in sound for problem in problems)
    )


def _named(document: Document) -> tuple[str, tuple[tuple[str, str, date], ...]]:
    """What others can refer to: its id, and its facts with what must hold of them."""
    return document.id, tuple((fact.id, fact.measure, document.day) for fact in document.facts)


def _written(file: ReadFile, form: Form) -> tuple[str, tuple[str, ...]] | None:
    """The id and the keys of the facts that an author typed."""
    return None if form.day is None else (file.file.id, form.keys)


def _left_out(absent: Absent) -> tuple[str, str, tuple[str, ...] | None]:
    """The id, why it is left out, and the keys of its facts where they can be read."""
    written = _written(absent.file, form_of(absent.file))
    return absent.file.file.id, absent.why.value, written[1] if written else None


class Referable:
    """All that a document can refer to; the same for as long as nobody adds, takes away or moves a fact."""

    def __init__(
        self,
        named: Row[tuple[str, tuple[tuple[str, str, date], ...]]],
        written: Row[tuple[str, tuple[str, ...]] | None],
        absent: Row[tuple[str, str, tuple[str, ...] | None]],
        unreadable: tuple[str, ...],
    ) -> None:
        self._named, self._written, self._absent = named, written, absent
        self.unreadable = frozenset(unreadable)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Of the documents."""
        return frozenset(id for id, _ in self._named)

    @cached_property
    def facts(self) -> Mapping[str, tuple[str, str, date]]:
        """Of each fact by its id: id, measure, and the day on which it was printed."""
        return {fact[0]: fact for _, facts in self._named for fact in facts}

    @cached_property
    def written(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of the facts by document, also of what has mistakes that have been told already."""
        return dict(one for one in self._written if one)

    @cached_property
    def in_time(self) -> Mapping[str, tuple[str, ...]]:
        """The same of the documents that only time keeps out."""
        return {id: keys for id, why, keys in self._absent if why != Absence.DRAFT and keys is not None}

    @cached_property
    def absent(self) -> Mapping[str, str]:
        """Why documents are left out, by id."""
        return {id: why for id, why, _ in self._absent}


def _document_of(sound: tuple[Document, tuple[Diagnostic, ...]]) -> Document:
    return sound[0]


def _sound_in(
    document: Document, file: ReadFile, there: Referable
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """A document without the references that lead nowhere, and what is wrong with them."""
    if document.kind is DocumentKind.ARTICLE and not any(fact.supersedes for fact in document.facts):
        return document, ()  # it refers to nothing, so that its file need not be read again
    problems: list[Diagnostic] = []

    def leads_to_document(entry: Entry, path: Path, typed: str) -> bool:
        if typed in there.written or typed in there.unreadable:
            return typed in there.ids
        if typed in there.absent:
            if there.absent[typed] == Absence.DRAFT:
                message = f'the document "{typed}" is a draft, and so is not published'
                hint = "delete it here, or publish it"
                problems.append(entry.problem("unpublished-document", path, message, hint))
            return False
        meant = nearest_document(typed, there.written)
        hint = f'did you mean "{meant}"?' if meant else "write the name of its file without .md"
        problems.append(entry.problem("unknown-document", path, f'no document has the id "{typed}"', hint))
        return False

    def leads_to_fact(entry: Entry, path: Path, typed: str) -> bool:
        if typed in there.facts:
            return True
        document, _, key = typed.partition("#")
        keys = there.written.get(document, there.in_time.get(document))
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
        told = _why_not(there.facts[typed], by)
        if told:
            problems.append(entry.problem(told[0], path, *told[1:]))
        return not told

    entry = file.entry
    decided = _with_sound_decisions(document, entry, can_be_superseded)
    sound = _sound(decided, entry, leads_to_document, leads_to_fact)
    return sound, tuple(problems)


Test = Callable[[Entry, Path, str], bool]
TestOfFact = Callable[[Entry, Path, str, Fact], bool]


def _undecided(document: Document, as_of: date | None) -> Document:
    if as_of is None:
        return document
    document = corrected_until(document, as_of)
    if not any(fact.decided for fact in document.facts):
        return document
    return structs.replace(document, facts=tuple(undecided_until(fact, as_of) for fact in document.facts))


def _why_not(superseded: tuple[str, str, date], by: Fact) -> tuple[str, str, str] | None:
    """Code, message and hint when a fact cannot be superseded by another."""
    id, measure, published = superseded
    if measure != by.measure:
        return "other-measure", f"{id} answers another measure, {measure}", f"name a fact of {by.measure}"
    if by.decided is not None and by.decided < published:
        message = f"decided on {by.decided}, before {id} was printed on {published}"
        return "early-decision", message, f"write on: {published}, or a later day"
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
    changed = structs.replace(document, facts=tuple(facts))
    return document if changed.facts == document.facts else changed


def _superseding(fact: Fact, supersedes: tuple[str, ...]) -> Fact:
    if supersedes or fact.status is not None:
        return replace(fact, supersedes=supersedes)
    # Nothing is left of the decision, and its reason may speak of what is not published.
    return replace(fact, supersedes=(), decided=None, reason="")


def _sound(document: Document, entry: Entry, leads_to_document: Test, leads_to_fact: Test) -> Document:
    if not isinstance(entry.written, WrittenSummary):
        return document
    changed = structs.replace(
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

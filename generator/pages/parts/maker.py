"""Which documents were made by a machine, as far as they state it."""

from dataclasses import dataclass

from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import Document, DocumentKind, MadeBy
from generator.pages.parts.head import Link
from generator.words.numbers import in_few_words

MOST = 100
"""How many documents are named; older ones say it on their own pages."""


@dataclass(frozen=True, slots=True)
class Makers:
    """What the documents state about who made them."""

    statement: str
    """How many state that a machine made them, alone or with a person."""
    rest: str
    """What the other summaries state, or do not; empty where there is no other summary."""
    by_machine: tuple[Link, ...]
    with_machine: tuple[Link, ...]
    """Written by a person with the help of a machine; the newest first, as above."""
    left_out: int
    """How many more there are than are named."""


def makers_of(archive: Archive) -> Makers:
    """By the word of the documents themselves; a document that does not say is not guessed about."""
    language = archive.site.language
    newest = list(reversed(archive.documents))
    machine = [document for document in newest if document.made_by is MadeBy.AI]
    mixed = [document for document in newest if document.made_by is MadeBy.MIXED]
    named = [_link(document) for document in machine[:MOST]], [_link(document) for document in mixed[:MOST]]
    return Makers(
        statement=_statement(len(machine), len(mixed), language),
        rest=_rest(archive.documents, language),
        by_machine=tuple(named[0]),
        with_machine=tuple(named[1]),
        left_out=len(machine) + len(mixed) - sum(map(len, named)),
    )


def _link(document: Document) -> Link:
    return Link(document.title, urls.document_url(document))


def _statement(machine: int, mixed: int, language: str) -> str:
    if not machine and not mixed:
        return "No document of this archive states that a machine made it."
    alone = _documents(machine, "states that a machine wrote it", "state that a machine wrote them", language)
    helped = _documents(
        mixed,
        "states that a person wrote it with the help of a machine",
        "state that a person wrote them with the help of a machine",
        language,
    )
    text = ", and ".join(part for part in (alone, helped) if part)
    return f"{text[:1].upper()}{text[1:]}."


def _documents(amount: int, one: str, many: str, language: str) -> str:
    if not amount:
        return ""
    return f"{in_few_words(amount, 'document', 'documents', language)} {one if amount == 1 else many}"


def _rest(documents: tuple[Document, ...], language: str) -> str:
    summaries = [document for document in documents if document.kind is DocumentKind.SUMMARY]
    human = sum(document.made_by is MadeBy.HUMAN for document in summaries)
    silent = sum(document.made_by is None for document in summaries)
    if silent == len(summaries):
        return _all_silent(silent, language)
    says = "says that a person wrote it" if human == 1 else "say that a person wrote them"
    hides = "does not state who made it" if silent == 1 else "do not state who made them"
    parts = [
        f"{in_few_words(amount, '', '', language).strip()} {words}"
        for amount, words in ((human, says), (silent, hides))
        if amount
    ]
    if not parts:
        return ""
    return f"Of the {in_few_words(len(summaries), 'summary', 'summaries', language)}, {' and '.join(parts)}."


def _all_silent(summaries: int, language: str) -> str:
    if not summaries:
        return ""
    if summaries == 1:
        return "The one summary does not state who made it."
    none = "Neither" if summaries == 2 else "None"
    return f"{none} of the {in_few_words(summaries, 'summary', 'summaries', language)} states who made it."

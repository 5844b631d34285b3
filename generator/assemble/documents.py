"""Articles and summaries, as written to as used."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from generator.assemble.corrections import corrections_of, with_retractions
from generator.assemble.excerpts import first_sentence, named_beside, namings_of, text_of
from generator.assemble.facts import facts_of
from generator.assemble.known import Known
from generator.assemble.references import References
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document, DocumentKind, Takeaway
from generator.model.prose import Prose
from generator.model.written.document import WrittenDocument
from generator.model.written.summary import WrittenSummary
from generator.read.file import ReadFile


class Assembled(Struct, frozen=True):
    """A document with its references resolved, and those that could not be."""

    document: Document | None
    """None where it cannot be placed, because its source is unknown."""
    text: Prose
    """Of the document, with what was found in it."""
    diagnostics: tuple[Diagnostic, ...]


def document_of(file: ReadFile, known: Known, language: str) -> Assembled:
    """An article or summary as used; `language` is that of texts that name none.

    Its references to other documents are as they were typed.
    """
    written = file.entry.written
    if not isinstance(written, WrittenDocument):
        return Assembled(None, Prose(), ())
    references = known.references
    text = text_of(file, written, references.index)
    document = _document(file, written, text, references, known.speaks_for, language)
    return Assembled(document, text, tuple(references.problems))


def _document(
    file: ReadFile,
    written: WrittenDocument,
    text: Prose,
    references: References,
    speaks_for: Mapping[str, str | None],
    language: str,
) -> Document | None:
    entry = file.entry
    source = references.source(entry, ("source",), written.source)
    listed = [references.actor(entry, ("actors", place), typed) for place, typed in enumerate(written.actors)]
    corrections = corrections_of(entry, written, references)
    typed = facts_of(file, written, source or "", references, speaks_for, named_beside(text))
    facts = with_retractions(typed, corrections)
    if source is None:
        return None
    speaking = (actor for fact in facts for actor in (fact.according_to, *fact.via))
    named = tuple(dict.fromkeys(mention.actor for mention in text.mentions))
    takes_part = (*listed, *named, *speaking)
    summary = written if isinstance(written, WrittenSummary) else None
    return Document(
        id=entry.file.id,
        kind=DocumentKind.SUMMARY if summary else DocumentKind.ARTICLE,
        title=written.title,
        day=written.date,
        slug=written.slug or slug_of(entry.file.id, written.date),
        source=source,
        language=written.language or language,
        file=entry.file.path,
        url=written.url,
        original_language=written.original_language,
        draft=written.draft,
        publish_at=written.publish_at,
        expires=written.expires,
        aliases=written.aliases,
        corrections=corrections,
        actors=tuple(dict.fromkeys(actor for actor in takes_part if actor)),
        teaser=first_sentence(text),
        named=named,
        namings=namings_of(text),
        facts=facts,
        takeaways=tuple(Takeaway(typed.text, typed.facts) for typed in summary.takeaways) if summary else (),
        covers=summary.covers if summary else (),
        made_by=summary.made_by if summary else None,
    )


def slug_of(id: str, day: date) -> str:
    """The id without the day that it may begin with, which the address says already."""
    return id.removeprefix(f"{day.isoformat()}-") or id

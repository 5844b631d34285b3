"""The corrections of a document, as written to as used, and what its retractions do to its facts."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from msgspec import structs

from generator.assemble.references import References
from generator.model.correction import Correction, retraction_in
from generator.model.document import Document
from generator.model.fact import Fact, Status
from generator.model.nearest import nearest
from generator.model.written.correction import WrittenCorrection
from generator.model.written.document import WrittenDocument
from generator.read.entry import Entry


def corrections_of(entry: Entry, written: WrittenDocument, references: References) -> tuple[Correction, ...]:
    """The corrections in their order, without those that name no fact of the document or come before it."""
    return tuple(
        Correction(typed.kind, typed.text, typed.on, typed.was or "", typed.now or "", typed.fact)
        for place, typed in enumerate(written.corrections)
        if _is_sound(entry, place, typed, written, references)
    )


def with_retractions(facts: Iterable[Fact], corrections: tuple[Correction, ...]) -> tuple[Fact, ...]:
    """The facts, with those retracted that a retraction names or whose whole document is withdrawn.

    Of two retractions the earlier holds. A fact with a decision of its own keeps that.
    """
    return tuple(_retracted(fact, corrections) for fact in facts)


def corrected_until(document: Document, day: date) -> Document:
    """The document as it was on a day: without what was corrected later."""
    known = tuple(one for one in document.corrections if one.on <= day)
    return document if known == document.corrections else structs.replace(document, corrections=known)


def _retracted(fact: Fact, corrections: tuple[Correction, ...]) -> Fact:
    if fact.decided is not None:
        return fact
    found = [one for key in (fact.key, None) if (one := retraction_in(corrections, key))]
    if not found:
        return fact
    first = min(found, key=lambda one: one.on)
    return replace(fact, status=Status.RETRACTED, decided=first.on, reason=first.text)


def _is_sound(
    entry: Entry, place: int, typed: WrittenCorrection, written: WrittenDocument, references: References
) -> bool:
    """Whether it names a fact that is here, if any, and a day on which there was something to correct."""
    keys = [fact.key for fact in written.facts]
    path = ("corrections", place)
    if typed.fact is not None and typed.fact not in keys:
        meant = nearest(typed.fact, keys)
        hint = (
            f'did you mean "{meant}"?'
            if meant
            else "delete this line, or look at the facts in its front matter"
        )
        message = f'this document has no fact "{typed.fact}"'
        references.problems.append(entry.problem("unknown-fact", (*path, "fact"), message, hint))
        return False
    if typed.on < written.date:
        message = f"corrected on {typed.on}, before the day of this document, {written.date}"
        hint = f"write {written.date}, or the later day on which it was changed"
        references.problems.append(entry.problem("early-correction", (*path, "on"), message, hint))
        return False
    return True

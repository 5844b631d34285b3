"""Checks that look at one document or one text alone."""

from collections.abc import Callable, Iterable

from generator.assemble.places import Places
from generator.checks import (
    actor_not_in_text,
    as_of_after_publication,
    covers_itself,
    date_differs_from_file_name,
    heading_skips,
    image_without_alt,
    link_not_followed,
    link_to_unpublished,
    loose_name,
    mixed_scripts,
    number_not_in_quote,
    quote_not_found,
    summary_covers_nothing,
    two_decisions,
    unattributed,
    weekday_does_not_match_date,
)
from generator.memo import Memory
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document
from generator.model.prose import Prose
from generator.read.file import ReadFile

DOCUMENT_CHECKS: tuple[Callable[[Document, Places], Iterable[Diagnostic]], ...] = (
    as_of_after_publication.check,
    covers_itself.check,
    date_differs_from_file_name.check,
    mixed_scripts.check_title,
    number_not_in_quote.check,
    quote_not_found.check,
    summary_covers_nothing.check,
    two_decisions.check,
    unattributed.check,
    weekday_does_not_match_date.check,
)

TEXT_CHECKS: tuple[Callable[[str, Prose, Places], Iterable[Diagnostic]], ...] = (
    heading_skips.check,
    image_without_alt.check,
    link_not_followed.check,
    link_to_unpublished.check,
)

IN_TEXTS = (actor_not_in_text.check, loose_name.check)
"""Those of REMEMBERING_CHECKS that look into a text, and compare it with nothing but names."""


def found_in_texts(archive: Archive, places: Places, memory: Memory) -> tuple[Diagnostic, ...]:
    """What is found in the documents of an archive and their texts when nothing is compared."""
    documents, texts = archive.documents, archive.texts_in_order
    alone = (
        problem
        for document, text in zip(documents, texts, strict=True)
        for file in (places.file(document),)
        for problem in (*check_document(document, file), *check_text(text, file))
    )
    in_texts = (problem for look in IN_TEXTS for problem in look(archive, {}, places, memory))
    return (*alone, *in_texts)


def check_document(document: Document, file: ReadFile) -> tuple[Diagnostic, ...]:
    """What is found when one document is looked at alone."""
    places = Places([file])
    return tuple(problem for look in DOCUMENT_CHECKS for problem in look(document, places))


def check_text(text: Prose, file: ReadFile) -> tuple[Diagnostic, ...]:
    """What is found when one text is looked at alone."""
    places = Places([file])
    return tuple(problem for look in TEXT_CHECKS for problem in look(file.file.path, text, places))

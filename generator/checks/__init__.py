"""One check a file: a function to diagnostics, from one document or from the archive and the verdicts on it.

To add a check, write its file and add its `check` to DOCUMENT_CHECKS if one document is all that it looks
at, and to CHECKS otherwise. The checks of a document that has not changed are not made again.
"""

from collections.abc import Callable, Iterable

from generator.assemble.places import Places
from generator.checks import (
    ambiguous_alias,
    as_of_after_publication,
    colliding_address,
    grade_too_high,
    number_not_in_quote,
    parts_do_not_add,
    quote_not_found,
    speaks_for_loop,
    stale_print,
    summary_figure_unsupported,
    supersedes_loop,
    takeaway_unsupported,
    unattributed,
    weekday_does_not_match_date,
)
from generator.memo import Memory
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document
from generator.model.verdict import Verdicts
from generator.read.file import ReadFile

DOCUMENT_CHECKS: tuple[Callable[[Document, Places], Iterable[Diagnostic]], ...] = (
    as_of_after_publication.check,
    number_not_in_quote.check,
    quote_not_found.check,
    unattributed.check,
    weekday_does_not_match_date.check,
)

CHECKS: tuple[Callable[[Archive, Verdicts, Places], Iterable[Diagnostic]], ...] = (
    ambiguous_alias.check,
    colliding_address.check,
    grade_too_high.check,
    parts_do_not_add.check,
    speaks_for_loop.check,
    stale_print.check,
    summary_figure_unsupported.check,
    supersedes_loop.check,
    takeaway_unsupported.check,
)


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> tuple[Diagnostic, ...]:
    """What every check finds."""
    alone = (
        memory.remembered(_check_document, document, places.file(document)) for document in archive.documents
    )
    together = (tuple(look(archive, verdicts, places)) for look in CHECKS)
    return tuple(problem for found in (*alone, *together) for problem in found)


def _check_document(document: Document, file: ReadFile) -> tuple[Diagnostic, ...]:
    places = Places([file])
    return tuple(problem for look in DOCUMENT_CHECKS for problem in look(document, places))

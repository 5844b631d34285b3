"""One check a file: a function to diagnostics, from one document or from the archive and the verdicts on it.

To add a check, write its file and add its `check` to DOCUMENT_CHECKS or TEXT_CHECKS if one document or one
text is all that it looks at, to RECORD_CHECKS if it compares with an earlier build, and to CHECKS otherwise.
What has not changed is not looked at again; a check that goes through the documents of the archive remembers
what it needs of each of them: REMEMBERING_CHECKS.
"""

from collections.abc import Callable, Iterable

from generator.assemble.places import Places
from generator.assemble.texts import texts_in
from generator.checks import (
    actor_not_in_text,
    actor_not_listed,
    alias_loop,
    alias_taken,
    alias_twice,
    ambiguous_alias,
    as_of_after_publication,
    broken_anchor,
    broken_link,
    changed_without_correction,
    colliding_address,
    covers_itself,
    date_differs_from_file_name,
    date_in_future,
    duplicate_source_name,
    duplicate_topic_title,
    duplicate_url,
    grade_too_high,
    heading_skips,
    image_without_alt,
    link_not_followed,
    link_to_unpublished,
    loose_name,
    missing_asset,
    mixed_scripts,
    moved_without_alias,
    near_duplicate,
    number_not_in_quote,
    out_of_bounds,
    parts_do_not_add,
    parts_loop,
    quote_not_found,
    speaks_for_loop,
    stale_print,
    summary_covers_nothing,
    summary_figure_unsupported,
    supersedes_loop,
    takeaway_unsupported,
    two_decisions,
    unattributed,
    unused_actor,
    unused_asset,
    unused_measure,
    unused_source,
    weekday_does_not_match_date,
)
from generator.memo import Memory
from generator.memo.row import each
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document
from generator.model.prose import Prose
from generator.model.record import Record
from generator.model.verdict import Verdicts
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

CHECKS: tuple[Callable[[Archive, Verdicts, Places], Iterable[Diagnostic]], ...] = (
    ambiguous_alias.check,
    date_in_future.check,
    duplicate_source_name.check,
    duplicate_topic_title.check,
    mixed_scripts.check,
    out_of_bounds.check,
    parts_loop.check,
    speaks_for_loop.check,
    unused_asset.check,
)

RECORD_CHECKS: tuple[Callable[[Archive, Record, Places], Iterable[Diagnostic]], ...] = (
    changed_without_correction.check,
    moved_without_alias.check,
)

SINCE_THE_RECORD = {look.__module__.rpartition(".")[2].replace("_", "-") for look in RECORD_CHECKS}
"""The codes of what is told only until the record of an earlier build is that of this one."""

REMEMBERING_CHECKS: tuple[Callable[[Archive, Verdicts, Places, Memory], Iterable[Diagnostic]], ...] = (
    actor_not_in_text.check,
    actor_not_listed.check,
    alias_loop.check,
    alias_taken.check,
    alias_twice.check,
    broken_anchor.check,
    broken_link.check,
    colliding_address.check,
    duplicate_url.check,
    grade_too_high.check,
    loose_name.check,
    missing_asset.check,
    near_duplicate.check,
    parts_do_not_add.check,
    stale_print.check,
    summary_figure_unsupported.check,
    supersedes_loop.check,
    takeaway_unsupported.check,
    unused_actor.check,
    unused_measure.check,
    unused_source.check,
)
"""They bear on many documents, and work out what they need of each only when it has changed."""


IN_TEXTS = (actor_not_in_text.check, loose_name.check)
"""Those of them that look into a text, and compare it with nothing but names."""


def check(
    archive: Archive, verdicts: Verdicts, places: Places, memory: Memory, record: Record | None = None
) -> tuple[Diagnostic, ...]:
    """What every check finds; `record` is that of an earlier build, if there is one."""
    files = [places.file(document) for document in archive.documents]
    alone = each(memory, check_document, archive.documents, files)
    paths, texts = texts_in(archive, memory)
    texts_alone = each(memory, check_text, texts, [places.file_at(path) for path in paths])
    together = (tuple(look(archive, verdicts, places)) for look in CHECKS)
    compared = (tuple(look(archive, verdicts, places, memory)) for look in REMEMBERING_CHECKS)
    since = (tuple(look(archive, record, places)) for look in RECORD_CHECKS) if record else ()
    return tuple(
        problem for found in (*alone, *texts_alone, *together, *compared, *since) for problem in found
    )


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

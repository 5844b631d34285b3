"""All checks, over a whole archive."""

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
    broken_anchor,
    broken_link,
    changed_without_correction,
    colliding_address,
    date_in_future,
    duplicate_source_name,
    duplicate_topic_title,
    duplicate_url,
    loose_name,
    missing_asset,
    mixed_scripts,
    moved_without_alias,
    near_duplicate,
    out_of_bounds,
    parts_loop,
    speaks_for_loop,
    supersedes_loop,
    unused_actor,
    unused_asset,
    unused_measure,
    unused_source,
)
from generator.checks.alone import check_document, check_text
from generator.checks.figures import FIGURE_CHECKS
from generator.memo import Memory
from generator.memo.row import each
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.record import Record
from generator.model.verdict import Verdicts

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
    loose_name.check,
    missing_asset.check,
    near_duplicate.check,
    supersedes_loop.check,
    unused_actor.check,
    unused_measure.check,
    unused_source.check,
    *FIGURE_CHECKS,
)
"""They bear on many documents, and work out what they need of each only when it has changed."""


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

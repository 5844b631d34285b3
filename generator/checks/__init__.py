"""One check a file: a function from the archive and the verdicts on it to diagnostics.

To add a check, write its file and add its `check` to CHECKS.
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
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.verdict import Verdicts

CHECKS: tuple[Callable[[Archive, Verdicts, Places], Iterable[Diagnostic]], ...] = (
    ambiguous_alias.check,
    as_of_after_publication.check,
    colliding_address.check,
    grade_too_high.check,
    number_not_in_quote.check,
    parts_do_not_add.check,
    quote_not_found.check,
    speaks_for_loop.check,
    stale_print.check,
    summary_figure_unsupported.check,
    supersedes_loop.check,
    takeaway_unsupported.check,
    unattributed.check,
    weekday_does_not_match_date.check,
)


def check(archive: Archive, verdicts: Verdicts, places: Places) -> tuple[Diagnostic, ...]:
    """What every check finds."""
    return tuple(problem for look in CHECKS for problem in look(archive, verdicts, places))

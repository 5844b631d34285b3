"""Checks that compare the figures of several documents."""

from collections.abc import Callable, Iterable, Iterator

from generator.assemble.places import Places
from generator.checks import (
    grade_too_high,
    out_of_bounds,
    parts_do_not_add,
    stale_print,
    summary_figure_unsupported,
    takeaway_unsupported,
)
from generator.memo import Memory
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.verdict import Verdicts

FIGURE_CHECKS: tuple[Callable[[Archive, Verdicts, Places, Memory], Iterable[Diagnostic]], ...] = (
    grade_too_high.check,
    parts_do_not_add.check,
    stale_print.check,
    summary_figure_unsupported.check,
    takeaway_unsupported.check,
)
"""Those of REMEMBERING_CHECKS that compare figures."""


def check_figures(
    archive: Archive, verdicts: Verdicts, places: Places, memory: Memory
) -> Iterator[Diagnostic]:
    """What they find."""
    for look in FIGURE_CHECKS:
        yield from look(archive, verdicts, places, memory)
    yield from out_of_bounds.check(archive, verdicts, places)

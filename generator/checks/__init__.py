"""One check a file: a function from the archive to diagnostics.

To add a check, write its file and add its `check` to CHECKS.
"""

from collections.abc import Callable, Iterable

from generator.assemble.places import Places
from generator.checks import ambiguous_alias, colliding_address, quote_not_found, speaks_for_loop
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic

CHECKS: tuple[Callable[[Archive, Places], Iterable[Diagnostic]], ...] = (
    ambiguous_alias.check,
    colliding_address.check,
    quote_not_found.check,
    speaks_for_loop.check,
)


def check(archive: Archive, places: Places) -> tuple[Diagnostic, ...]:
    """What every check finds."""
    return tuple(problem for look in CHECKS for problem in look(archive, places))

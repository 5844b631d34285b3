"""The closing line of a command."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model.diagnostic import Diagnostic, Severity
from generator.still import Last

if TYPE_CHECKING:
    from generator.examined import Examined
    from generator.model.archive import Archive

MANY = 20
"""Mistakes up to which it needs no count of their rules."""
OFTEN = 5
"""Rules that are named in it."""


def in_words(last: Last, output: Path, seconds: float) -> str:
    """What was built, where it stands, and what changed there."""
    changes = ", ".join(
        f"{number} {word}"
        for number, word in (
            (last.written, "written"),
            (last.unchanged, "unchanged"),
            (last.removed, "removed"),
        )
        if number
    )
    warnings = errors_and_warnings(last.diagnostics) if last.diagnostics else ""
    noted = f"; {warnings}" if warnings else ""
    held = _held(last.documents, last.days, last.facts)
    return (
        f"{_some(last.pages, 'page')} from {held} in {seconds:.1f} s "
        f"-> {output} ({changes or 'nothing to write'}){noted}"
    )


def checked(examined: "Examined", seconds: float) -> str:
    """What was found wrong, in how much, and how long that took."""
    tally = errors_and_warnings(examined.diagnostics)
    return f"{tally} in {holdings(examined.archive)} ({seconds:.1f} s)"


def most_often(diagnostics: Sequence[Diagnostic]) -> str:
    """The rules that are broken most often, where there are too many mistakes to count them by eye."""
    if len(diagnostics) <= MANY:
        return ""
    counted = Counter(problem.code for problem in diagnostics)
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:OFTEN]
    return f"most often: {', '.join(f'{code} {number:,}' for code, number in ranked)}"


def holdings(archive: "Archive") -> str:
    """How much an archive holds."""
    return _held(len(archive.documents), len(archive.by_day), len(archive.facts))


def _held(documents: int, days: int, facts: int) -> str:
    return f"{_some(documents, 'document')}, {_some(days, 'day')}, {_some(facts, 'fact')}"


def errors_and_warnings(diagnostics: Sequence[Diagnostic]) -> str:
    """`2 errors`, `1 error and 3 warnings`, `no mistakes`."""
    errors = sum(problem.severity is Severity.ERROR for problem in diagnostics)
    counted = [(errors, "error"), (len(diagnostics) - errors, "warning")]
    return " and ".join(_some(number, noun) for number, noun in counted if number) or "no mistakes"


def _some(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

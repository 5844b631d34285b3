"""A diagnostic as a person reads it: place, message, the line, a caret under the mistake, and the hint."""

from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from generator.model.diagnostic import Diagnostic, Severity

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}
WIDEST = 160
"""Characters of a line that are shown."""


def print_diagnostics(diagnostics: Iterable[Diagnostic], console: Console) -> None:
    """Every diagnostic, in file order."""
    for diagnostic in diagnostics:
        console.print(printed(diagnostic))


def printed(diagnostic: Diagnostic) -> Text:
    """One diagnostic on two or three lines."""
    mark = diagnostic.mark
    text = Text.assemble(
        (f"{diagnostic.file}:{mark.line}:{mark.column}: ", "bold"),
        (f"{diagnostic.severity.value}[{diagnostic.code}]", COLOURS[diagnostic.severity]),
        f": {diagnostic.message}",
    )
    if not diagnostic.excerpt:
        return text.append(f"\n      = {diagnostic.hint}", "cyan") if diagnostic.hint else text
    excerpt, column = _window(diagnostic.excerpt, mark.column)
    number = f"{mark.line:>5} | "
    carets = "^" * max(1, min(mark.length, len(excerpt) - column + 1))
    text.append(f"\n{number}", "dim").append(excerpt)
    text.append(f"\n{'|':>7} ", "dim").append(" " * cell_len(excerpt[: column - 1]))
    text.append(carets, COLOURS[diagnostic.severity])
    return text.append(f" {diagnostic.hint}", "cyan") if diagnostic.hint else text


def _window(line: str, column: int) -> tuple[str, int]:
    """A long line around the column, with tabs as spaces; and the column in what is left."""
    shown = "".join(char if char.isprintable() else " " for char in line)
    if len(shown) <= WIDEST:
        return shown, column
    start = max(0, column - WIDEST // 2)
    cut = shown[start : start + WIDEST]
    lead = "…" if start else ""
    return f"{lead}{cut}…", column - start + len(lead)

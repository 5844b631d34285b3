"""A diagnostic as a person reads it: place, message, the line, a caret under the mistake, and the hint."""

from collections.abc import Iterable
from functools import lru_cache

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from generator.model.diagnostic import Diagnostic, Severity

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}
WIDEST = 160
"""Characters of a line that are shown."""


def print_diagnostics(diagnostics: Iterable[Diagnostic], console: Console) -> None:
    """Every diagnostic, in file order."""
    if console.is_terminal:
        text = "".join(_coloured(diagnostic, console) for diagnostic in diagnostics)
    else:
        text = "".join(f"{printed(diagnostic).plain}\n" for diagnostic in diagnostics)
    console.file.write(text)
    console.file.flush()


@lru_cache(maxsize=10_000)
def _coloured(diagnostic: Diagnostic, console: Console) -> str:
    """Kept, because `--watch` prints mostly the same again, and colouring takes longer than checking."""
    with console.capture() as captured:
        console.print(printed(diagnostic))
    return captured.get()


def printed(diagnostic: Diagnostic) -> Text:
    """One diagnostic on two or three lines."""
    mark = diagnostic.mark
    text = Text.assemble(
        (f"{diagnostic.file}:{mark.line}:{mark.column}: ", "bold"),
        (f"{diagnostic.severity.value}[{diagnostic.code}]", COLOURS[diagnostic.severity]),
        f": {shown(diagnostic.message)}",
    )
    hint = shown(diagnostic.hint)
    if not diagnostic.excerpt:
        return text.append(f"\n      = {hint}", "cyan") if hint else text
    excerpt, column = _window(diagnostic.excerpt, mark.column)
    number = f"{mark.line:>5} | "
    marked = excerpt[column - 1 : column - 1 + mark.length]
    text.append(f"\n{number}", "dim").append(excerpt)
    text.append(f"\n{'|':>7} ", "dim").append(" " * cell_len(excerpt[: column - 1]))
    text.append("^" * max(1, cell_len(marked)), COLOURS[diagnostic.severity])
    return text.append(f" {hint}", "cyan") if hint else text


def _window(line: str, column: int) -> tuple[str, int]:
    """A long line around the column, with tabs as spaces; and the column in what is left."""
    clean = shown(line)
    if len(clean) <= WIDEST:
        return clean, column
    start = max(0, column - WIDEST // 2)
    cut = clean[start : start + WIDEST]
    lead, tail = "…" if start else "", "…" if start + WIDEST < len(clean) else ""
    return f"{lead}{cut}{tail}", column - start + len(lead)


def shown(text: str) -> str:
    """Without signs that would move the cursor or change the terminal."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else " " for char in text)

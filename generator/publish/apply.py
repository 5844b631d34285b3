"""Carrying out a journal, or taking it back. Both can be ended anywhere and begun again."""

from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace as with_

from generator.publish.journal import Journal
from generator.publish.paths import JOURNAL, MANIFEST, STAGE
from generator.publish.stage import AFTER, BEFORE, CLAIM, clear, new, old
from generator.publish.write import move, prune, remove, replace


def begin(output: Path, journal: Journal) -> None:
    """Write the journal down. From here on the folder belongs to it until it is finished or undone."""
    replace(output, JOURNAL, journal.encode())


def finish(output: Path, journal: Journal) -> None:
    """Do what is not yet done. Raises OSError where that is not possible."""
    _take(output, CLAIM)
    for path in journal.in_the_way:
        remove(output, path)
    for number, path in zip(journal.writes, journal.write, strict=True):
        if (waiting := new(output, number)).exists():
            move(waiting, output, path)
    for path in journal.gone:
        remove(output, path)
    _take(output, AFTER)
    _end(output)


def undo(output: Path, journal: Journal) -> None:
    """Put everything back as it was. Raises OSError where that is not possible."""
    replace(output, JOURNAL, with_(journal, undoing=True).encode())
    for number, path in reversed(list(journal.numbered)):
        if number in journal.writes and path in journal.added:
            (prune if new(output, number).exists() else remove)(output, path)
        elif (kept := old(output, number)).exists():
            move(kept, output, path)
    if journal.is_first:
        (output / MANIFEST).unlink(missing_ok=True)
    else:
        _take(output, BEFORE)
    _end(output)


def _take(output: Path, name: str) -> None:
    """Let a manifest of the stage take its place, if it still waits there."""
    waiting = output / STAGE / name
    if waiting.exists():
        waiting.replace(output / MANIFEST)


def _end(output: Path) -> None:
    (output / JOURNAL).unlink()  # first: without its stage it would say the wrong thing
    with suppress(OSError):  # the site is whole, and the next build clears it
        clear(output)

"""Whether anything has changed at all since the last build: told by the machine's stamps alone.

It knows nothing of what the files mean, and loads nothing that reads or writes pages. Whatever it is not sure
of counts as changed.
"""

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from stat import S_ISREG
from typing import Any

from generator import sealed
from generator.installed import installed
from generator.model.diagnostic import Diagnostic, Mark, Severity
from generator.read.seen import SETTLED
from generator.workers import meanwhile

PACKAGE = Path(__file__).parent
_Stamp = tuple[int, int, int, int]
_NO_FILE = (-1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Stamps:
    """The stamps of many files, as one digest."""

    digest: bytes
    newest: int
    """When the last of them was written or changed, in nanoseconds."""

    @classmethod
    def of(cls, stamps: Iterable[tuple[str, _Stamp]]) -> "Stamps":
        """Of files by their paths, in whatever order."""
        told = sorted(stamps)
        newest = max((max(modified, changed) for _, (_, modified, changed, _) in told), default=0)
        return cls(sealed.digest(sealed.packed(told)), newest)


@dataclass(frozen=True, slots=True)
class Last:
    """What the last build into a folder has to say, if nothing has changed since."""

    diagnostics: tuple[Diagnostic, ...]
    pages: int
    documents: int
    days: int
    facts: int
    unchanged: int = 0
    """Files."""
    written: int = 0
    removed: int = 0

    def after(self, written: int, unchanged: int, removed: int) -> "Last":
        """The same of a build that has written, let stand and removed so many files."""
        return replace(self, written=written, unchanged=unchanged, removed=removed)

    @property
    def plain(self) -> tuple[Any, ...]:
        """As plain values, of a build after which nothing has changed."""
        told = tuple(
            (
                one.code,
                one.file,
                (one.mark.line, one.mark.column, one.mark.length),
                one.message,
                one.hint,
                one.severity.value,
                one.excerpt,
            )
            for one in self.diagnostics
        )
        return (told, (self.pages, self.documents, self.days, self.facts, self.unchanged + self.written))

    @classmethod
    def of(cls, plain: tuple[Any, ...]) -> "Last":
        """From plain values."""
        told, counted = plain
        return cls(
            tuple(
                Diagnostic(code, file, Mark(*mark), message, hint, Severity(severity), excerpt)
                for code, file, mark, message, hint, severity, excerpt in told
            ),
            *counted,
        )


@dataclass(frozen=True)
class Watched:
    """What a build depends on: places that are read, the output, and how it was asked for."""

    places: tuple[Path, ...]
    """Folders and files."""
    output: Path
    asked: str
    """The options, in a form that differs where they do."""

    @cached_property
    def stamps(self) -> Stamps:
        """The stamps of all that is read, the program itself included, as they were when first asked for."""
        return stamps_below((PACKAGE, PACKAGE.parent / "themes", *self.places))


def last_build(cache: Path, watched: Watched, now: datetime) -> Last | None:
    """What the last build said; None where it has to be done again."""
    try:
        asked, program, until, inputs, paths, outputs, told = sealed.read(_file(cache, watched.output))
        if (asked, program) != (watched.asked, installed()) or now.timestamp() >= until:
            return None
        written = meanwhile(lambda: _stamps_at(watched.output, paths).digest)
        try:
            read = watched.stamps.digest
        finally:
            stands = written() == outputs
        return Last.of(told) if stands and read == inputs else None
    except (OSError, ValueError, TypeError):
        return None


def keep(
    cache: Path, watched: Watched, inputs: Stamps, outputs: Iterable[str], until: float, last: Last
) -> None:
    """Remember a build; `inputs` are the stamps from before it began. It holds `until` a moment (POSIX)."""
    file = _file(cache, watched.output)
    with suppress(OSError):
        if time.time_ns() - inputs.newest < SETTLED:  # it may be written again without a change of its time
            file.unlink(missing_ok=True)
            return
        paths = "\0".join(sorted(outputs))
        stamps = _stamps_at(watched.output, paths)
        sealed.write(
            file, (watched.asked, installed(), until, inputs.digest, paths, stamps.digest, last.plain)
        )


def stamps_below(places: Iterable[Path]) -> Stamps:
    """The stamps of every file at or below some places, hidden ones and what is no file left out."""
    return Stamps.of(stamp for place in places for stamp in _below(str(place)))


def _below(place: str) -> Iterator[tuple[str, _Stamp]]:
    waiting = [place]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                for entry in entries:
                    if entry.name.startswith(".") or entry.name == "__pycache__":
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        yield entry.path, _stamp(entry.stat())
        except NotADirectoryError:
            yield here, _stamp(Path(here).stat())
        except FileNotFoundError:
            yield here, _NO_FILE


def _stamps_at(output: Path, paths: str) -> Stamps:
    """Of files in the output, whose paths are parted by NUL."""
    folder = str(output)
    told = ((path, os.lstat(f"{folder}/{path}")) for path in paths.split("\0"))
    return Stamps.of((path, _stamp(found) if S_ISREG(found.st_mode) else _NO_FILE) for path, found in told)


def _stamp(told: os.stat_result) -> _Stamp:
    """A stamp as it can be written down."""
    return (told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino)


def _file(cache: Path, output: Path) -> Path:
    return sealed.place_for(cache, "last", output)

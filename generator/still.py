"""Whether anything has changed at all since the last build: told by the machine's stamps alone.

It knows nothing of what the files mean, and loads nothing that reads or writes pages. Whatever it is not sure
of counts as changed.
"""

import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from generator import sealed
from generator.installed import installed
from generator.model.diagnostic import Diagnostic, Mark, Severity
from generator.read.seen import SETTLED, Stamp

PACKAGE = Path(__file__).parent
Stamps = Mapping[str, tuple[int, int, int, int]]


@dataclass(frozen=True, slots=True)
class Last:
    """What the last build into a folder has to say, if nothing has changed since."""

    diagnostics: tuple[Diagnostic, ...]
    pages: int
    documents: int
    days: int
    facts: int
    unchanged: int
    """Files."""
    written: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Watched:
    """What a build depends on: places that are read, the output, and how it was asked for."""

    places: tuple[Path, ...]
    """Folders and files."""
    output: Path
    asked: str
    """The options, in a form that differs where they do."""

    @property
    def stamps(self) -> Stamps:
        """The stamps of all that is read, the program itself included."""
        return stamps_below((PACKAGE, PACKAGE.parent / "themes", *self.places))


def last_build(cache: Path, watched: Watched, now: datetime) -> Last | None:
    """What the last build said; None where it has to be done again."""
    try:
        asked, program, until, inputs, outputs, told = sealed.read(_file(cache, watched.output))
        if (asked, program) != (watched.asked, installed()) or now.timestamp() >= until:
            return None
        if inputs != watched.stamps or outputs != _stamps_at(watched.output, outputs):
            return None
        return _last(told)
    except (OSError, ValueError, TypeError):
        return None


def keep(
    cache: Path, watched: Watched, inputs: Stamps, outputs: Iterable[str], until: float, last: Last
) -> None:
    """Remember a build; `inputs` are the stamps from before it began. It holds `until` a moment (POSIX)."""
    newest = max((max(stamp[1:3]) for stamp in inputs.values()), default=0)
    file = _file(cache, watched.output)
    with suppress(OSError):
        if time.time_ns() - newest < SETTLED:  # it may be written again without a change of its time
            file.unlink(missing_ok=True)
            return
        stamps = _stamps_at(watched.output, outputs)
        sealed.write(file, (watched.asked, installed(), until, dict(inputs), stamps, _plain(last)))


def stamps_below(places: Iterable[Path]) -> Stamps:
    """The stamp of every file at or below some places, hidden ones and what is no file left out."""
    return {path: stamp for place in places for path, stamp in _below(str(place))}


def _below(place: str) -> Iterator[tuple[str, tuple[int, int, int, int]]]:
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
            yield here, (-1, 0, 0, 0)


def _stamps_at(output: Path, paths: Iterable[str]) -> dict[str, tuple[int, int, int, int]]:
    found, folder = {}, str(output)
    for path in paths:
        told = os.lstat(f"{folder}/{path}")
        found[path] = _stamp(told) if stat.S_ISREG(told.st_mode) else (-1, 0, 0, 0)
    return found


def _stamp(told: os.stat_result) -> tuple[int, int, int, int]:
    """A stamp as it can be written down."""
    size, modified, changed, inode = Stamp.of(told)
    return (size, modified, changed, inode)


def _file(cache: Path, output: Path) -> Path:
    return sealed.place_for(cache, "last", output)


def _plain(last: Last) -> tuple[Any, ...]:
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
        for one in last.diagnostics
    )
    files = last.unchanged + last.written
    return (told, (last.pages, last.documents, last.days, last.facts, files))


def _last(plain: tuple[Any, ...]) -> Last:
    told, counted = plain
    return Last(
        tuple(
            Diagnostic(code, file, Mark(*mark), message, hint, Severity(severity), excerpt)
            for code, file, mark, message, hint, severity, excerpt in told
        ),
        *counted,
    )

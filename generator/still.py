"""What has changed since the last build, told by the machine's stamps alone.

It knows nothing of what the files mean, and loads nothing that reads or writes pages. Whatever it is not sure
of counts as changed.
"""

import os
import struct
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from stat import S_ISREG
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from generator import sealed
from generator.installed import installed
from generator.model.diagnostic import Diagnostic, Mark, Severity
from generator.read.seen import SETTLED
from generator.workers import meanwhile

PACKAGE = Path(__file__).parent
Stamps = Mapping[str, bytes]
"""By path: what the machine says of a file without reading it."""
_STAMP = struct.Struct("<4Q")
"""A size, when it was written and changed, in nanoseconds, and its number on the disk."""
_NO_FILE = b""
LAST, SITE = "last", "site"
"""Files in which a build is remembered: with what it read and said, and with how it left the site."""


class Last(Struct, frozen=True):
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


class Watched(Struct, frozen=True, dict=True):
    """What a build depends on: places that are read, the output, and how it was asked for."""

    places: tuple[Path, ...]
    """Folders and files."""
    output: Path
    asked: str
    """The options, in a form that differs where they do."""

    @cached_property
    def stamps(self) -> Stamps:
        """The stamps of all that is read, the program itself included, as they were when first asked for."""
        _ = self.since_when
        return stamps_below((PACKAGE, PACKAGE.parent / "themes", *self.places))

    @cached_property
    def since_when(self) -> int:
        """The moment from which on what was written may be written again without a change of its time."""
        return time.time_ns() - SETTLED

    @property
    def unsure(self) -> list[str]:
        """The files that were written so lately."""
        read, since = _STAMP.unpack, self.since_when
        return [path for path, stamp in self.stamps.items() if stamp and max(read(stamp)[1:3]) > since]

    @property
    def digest(self) -> bytes:
        """All these stamps as one."""
        return sealed.digest(sealed.packed(sorted(self.stamps.items())))


class Since(Struct, frozen=True, dict=True):
    """What has changed since the last build into a folder."""

    last: Last
    changed: Collection[str]
    """Files among those that are read which are others now, or new, or gone, or may be."""
    mark: bytes
    """Of that build."""
    _file: Path
    """Where the stamps of its files stand."""
    _standing: Callable[[], bytes]
    """Waits until all files of the site were looked at."""

    @cached_property
    def stands(self) -> bool:
        """Whether the site is as that build left it. To be asked, for it ends what looks at the files."""
        return self._standing() == self.mark

    @cached_property
    def outputs(self) -> Stamps:
        """The stamps of all its files, from the root of the output folder, where it stands."""
        stamps: Stamps = sealed.read(self._file)[1]
        return stamps


class Lookback(Struct, frozen=True, dict=True):
    """From one build to the one before it into the same folder."""

    cache: Path
    watched: Watched
    now: datetime

    def begin(self) -> None:
        """Look at all files before any is read: one that changes meanwhile is read by the next build."""
        _ = self.watched.stamps

    @cached_property
    def since(self) -> Since | None:
        """What has changed since; None where that is not known."""
        # One process looks at the site while this one looks at all that is read, and at what comes after.
        standing = meanwhile(partial(_stand, self.watched.output, self._file(SITE)))
        since = None
        with suppress(OSError, ValueError, TypeError, AttributeError):
            since = self._since(standing)
        if since is None:
            standing()
        return since

    def _since(self, standing: Callable[[], bytes]) -> Since | None:
        watched = self.watched
        asked, program, until, mark, inputs, unsure, told = sealed.read(self._file(LAST))
        if (asked, program) != (watched.asked, installed()) or self.now.timestamp() >= until:
            return None
        changed = _changed(inputs, watched.stamps).union(unsure)
        return Since(Last.of(told), changed, mark, self._file(SITE), standing)

    def keep(
        self, last: Last, until: float, mark: bytes, new: Iterable[str], stands: Stamps, gone: Iterable[str]
    ) -> None:
        """Remember a build that is done, and holds `until` a moment (POSIX).

        Of its files some are `new` and the others stand, but for those that are gone.
        """
        with suppress(OSError):
            watched = self.watched
            outputs = {**stands, **_stamps_at(watched.output, new)}
            for path in gone:
                outputs.pop(path, None)
            about = (watched.asked, installed(), until, mark)
            sealed.write(self._file(SITE), (mark, outputs))
            sealed.write(self._file(LAST), (*about, watched.stamps, watched.unsure, last.plain))

    def _file(self, name: str) -> Path:
        return sealed.place_for(self.cache, name, self.watched.output)


def stamps_below(places: Iterable[Path]) -> Stamps:
    """The stamps of every file at or below some places, hidden ones and what is no file left out."""
    return dict(stamp for place in places for stamp in _below(str(place)))


def _changed(before: Stamps, now: Stamps) -> set[str]:
    """The files that have another stamp, have one for the first time, or have none any longer."""
    return set() if before == now else {path for path, _ in before.items() ^ now.items()}


def _below(place: str) -> Iterator[tuple[str, bytes]]:
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
                        yield entry.path, _stamp_of(entry)
        except NotADirectoryError:
            yield here, _stamp(Path(here).stat())
        except FileNotFoundError:
            yield here, _NO_FILE


def _stamp_of(entry: os.DirEntry[str]) -> bytes:
    """That of a file, or of what a link leads to, which may be nothing."""
    try:
        return _stamp(entry.stat())
    except OSError:
        return _NO_FILE


def _stamps_at(output: Path, paths: Iterable[str]) -> Stamps:
    """Of files in the output."""
    folder = str(output)
    told = ((path, os.lstat(f"{folder}/{path}")) for path in paths)
    return {path: _stamp(found) if S_ISREG(found.st_mode) else _NO_FILE for path, found in told}


def _stand(output: Path, file: Path) -> bytes:
    """The mark of the last build if all files of its site have the stamps still that a file tells."""
    mark: bytes
    mark, stamps = sealed.read(file) or (b"", {})
    return mark if _stamps_at(output, stamps) == stamps else b""


def _stamp(told: os.stat_result) -> bytes:
    """A stamp as it can be written down."""
    return _STAMP.pack(told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino)

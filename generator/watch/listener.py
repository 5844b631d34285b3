"""The events of the system for some folders: quick, but some are lost and some folders send none."""

import errno
import logging
import os
import warnings
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from watchdog.events import (
    DirAttribEvent,
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from generator.watch.scan import ignored

CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileClosedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    FileAttribEvent,
    DirCreatedEvent,
    DirMovedEvent,
    DirDeletedEvent,
    DirAttribEvent,
]
"""Not that a file was opened or closed unwritten: our own reading must not wake us."""
LIMITS = {
    errno.ENOSPC: ("folders", "fs.inotify.max_user_watches=1048576"),
    errno.EMFILE: ("programs", "fs.inotify.max_user_instances=1024"),
}
UNTOLD = "the system does not tell of changes here; is it a network drive?"
HELD = Path("/proc/self/fdinfo")
"""Where Linux says what this process watches."""

# Watchdog would tell the editor of lost events, of folders that came back and of its own ending. We see to
# the first by rescans, and the others are as they should be.
logging.getLogger("watchdog").addHandler(logging.NullHandler())
warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"watchdog\.")


class Listener:
    """Hands on the paths that the system says have changed."""

    def __init__(self, hear: Callable[[Iterable[str]], None]) -> None:
        self._hear = hear
        self._observer: BaseObserver | None = None
        self._roots: dict[str, tuple[int, int] | None] = {}

    def listen(self, roots: Collection[str], folders: int) -> str:
        """Begin, or begin anew; returns why it cannot, or nothing. `folders` counts those to be watched."""
        self.stop()
        self._roots = {root: _identity(root) for root in roots}
        before = _watches()
        try:
            self._observer = _observer()
            for root, identity in self._roots.items():
                if self._observer is not None and identity is not None:
                    real = str(Path(root).resolve())
                    ear = _Ear(self._hear, root, real)
                    self._observer.schedule(ear, real, recursive=True, event_filter=CHANGES)
            if self._observer is not None:
                self._observer.start()
        except OSError as error:
            self.stop()
            # A folder that vanished just now is no obstacle: it is listened to when it is there again.
            return "" if error.errno == errno.ENOENT else _why(error.errno)
        if self._observer is None:
            return _why(None)
        if before is not None and (_watches() or 0) - before < folders:
            # Watchdog does not say so when it runs out of watches below the root.
            self.stop()
            return _why(errno.ENOSPC)
        return ""

    @property
    def outdated(self) -> bool:
        """Whether it listens to a folder that was replaced, or a thread of it has ended."""
        if self._observer is None:
            return True
        threads = (self._observer, *self._observer.emitters)
        return not all(thread.is_alive() for thread in threads) or any(
            _identity(root) != identity for root, identity in self._roots.items()
        )

    def stop(self) -> None:
        """End it; nothing is heard from then on."""
        if self._observer is not None:
            observer, self._observer = self._observer, None
            observer.stop()
            if observer.is_alive():
                observer.join(1)


class _Ear(FileSystemEventHandler):
    """Turns the events of one root into paths below it, as the root was given."""

    def __init__(self, hear: Callable[[Iterable[str]], None], root: str, real: str) -> None:
        self._hear, self._root, self._real = hear, root, real

    def dispatch(self, event: FileSystemEvent) -> None:
        """One event: a move has two places, all others one."""
        places = (os.fsdecode(place) for place in (event.src_path, event.dest_path) if place)
        paths = [path for place in places if (path := self._as_given(place))]
        if paths:
            self._hear(paths)

    def _as_given(self, place: str) -> str:
        if place == self._real:
            return self._root
        below = place.removeprefix(self._real + os.sep)
        if below == place or any(map(ignored, Path(below).parts)):
            return ""
        return f"{self._root}{os.sep}{below}"


def _observer() -> BaseObserver | None:
    observer = Observer()
    # Where the system tells nothing watchdog looks itself, every second; we do that anyway.
    return None if isinstance(observer, PollingObserver) else observer


def _identity(root: str) -> tuple[int, int] | None:
    try:
        found = Path(root).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _watches() -> int | None:
    """How many places this process watches; None on a system that does not say so."""
    if not HELD.is_dir():
        return None
    held = 0
    for file in HELD.iterdir():
        try:
            held += file.read_bytes().count(b"inotify wd:")
        except OSError:
            continue
    return held


def _why(number: int | None) -> str:
    if number in LIMITS:
        of, setting = LIMITS[number]
        return f"the system lets no more {of} be watched; to raise that limit: sudo sysctl {setting}"
    return UNTOLD

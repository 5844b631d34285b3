"""What the preview shows at this moment, for whoever asks from whatever thread."""

import time
from collections.abc import Callable, Iterable
from threading import Lock

from generator.model.diagnostic import Diagnostic
from generator.preview.live import Listener
from generator.preview.shown import Shown
from generator.preview.snapshot import Snapshot
from generator.preview.values import ChangedPage, Event, Kind
from generator.render.theme import Theme

REMEMBERED = 20
"""Pages in the list of what was changed."""
ASSETS = 300
"""Files of themes that are kept; a theme has some ten, of which an edit changes one or two."""
KEPT = 60.0
"""Seconds for which a file is kept in any case once its theme is no longer shown: pages are still loading."""


class Current:
    """One snapshot at a time, exchanged as a whole; and those who want to know when it is."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.snapshot: Snapshot | None = None
        self.whole = False
        """Whether every file has been read; until then a page may still come."""
        self.revision = 0
        self.diagnostics: tuple[Diagnostic, ...] = ()
        self.changed: tuple[ChangedPage, ...] = ()
        """Pages of the files saved last, the newest first."""
        self.shown = Shown()
        self.assets: dict[str, bytes] = {}
        """The files of the last themes: a page that is still open asks for those it came with."""
        self._left: dict[str, float] = {}
        """When a file was last one of the theme that is shown."""
        self._listeners: tuple[Listener, ...] = ()
        self._lock = Lock()

    def show(self, snapshot: Snapshot) -> None:
        """From now on this is what is served."""
        with self._lock:
            if self.snapshot is None or snapshot.theme is not self.snapshot.theme:
                self._keep_assets(snapshot.theme)
            self.snapshot = snapshot
            self.revision += 1

    def forget(self) -> None:
        """Show nothing until there is something again; browsers keep what they have."""
        with self._lock:
            self.snapshot, self.whole = None, False

    def _keep_assets(self, theme: Theme) -> None:
        now, before = self._clock(), self.snapshot.theme.assets if self.snapshot else ()
        self._left |= dict.fromkeys(before, now)
        for file, content in theme.assets.items():
            self.assets.pop(file, None)
            self.assets[file] = content
        for file in list(self.assets)[:-ASSETS]:
            if now - self._left.get(file, now) >= KEPT:
                del self.assets[file], self._left[file]

    def list_changed(self, pages: Iterable[ChangedPage]) -> None:
        """Put pages at the head of the list of what was changed."""
        with self._lock:
            new = tuple(pages)
            paths = {page.path for page in new}
            old = (page for page in self.changed if page.path not in paths)
            self.changed = (*new, *old)[:REMEMBERED]

    def subscribe(self, listener: Listener) -> None:
        """Call it at every event."""
        with self._lock:
            self._listeners = (*self._listeners, listener)

    def leave(self, listener: Listener) -> None:
        """Call it no longer."""
        with self._lock:
            self._listeners = tuple(one for one in self._listeners if one is not listener)

    def say(
        self,
        kind: Kind,
        pages: tuple[str, ...] = (),
        styles: tuple[str, ...] = (),
        file: str = "",
        milliseconds: int = 0,
    ) -> None:
        """Tell everybody of an event."""
        event = Event(kind, self.revision, pages, styles, file, milliseconds)
        for listener in self._listeners:
            listener(event)

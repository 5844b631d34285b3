"""What the preview shows at this moment, for whoever asks from whatever thread."""

from collections.abc import Iterable
from threading import Lock

from generator.model.diagnostic import Diagnostic
from generator.preview.live import Listener
from generator.preview.shown import Shown
from generator.preview.snapshot import Snapshot
from generator.preview.values import ChangedPage, Event, Kind

REMEMBERED = 20
"""Pages in the list of what was changed."""
ASSETS = 300
"""Files of themes that are kept; a theme has some ten, of which an edit changes one or two."""


class Current:
    """One snapshot at a time, exchanged as a whole; and those who want to know when it is."""

    def __init__(self) -> None:
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
        self._listeners: tuple[Listener, ...] = ()
        self._lock = Lock()

    def show(self, snapshot: Snapshot) -> None:
        """From now on this is what is served."""
        with self._lock:
            for file, content in snapshot.theme.assets.items():
                self.assets.pop(file, None)
                self.assets[file] = content
            for file in list(self.assets)[:-ASSETS]:
                del self.assets[file]
            self.snapshot = snapshot
            self.revision += 1

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

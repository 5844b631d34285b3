"""Leaves the pages that were looked at last to the next run, once nothing has been saved for a while."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from threading import Condition, Thread

from generator.model import urls
from generator.model.diagnostic import Severity
from generator.preview.current import Current
from generator.preview.pagestate import page_state
from generator.preview.shelf import Left, Shelf
from generator.preview.shown import LATELY
from generator.preview.snapshot import Snapshot
from generator.preview.values import PageState, Served

PEACE = 5.0
"""Seconds without a change: more than between two rescans, so that what no event told of is known, too."""
Page = tuple[str, Served, PageState | None]


class Leaving:
    """A thread that waits for peace. What the last run `left` stays there as long as nothing changes."""

    def __init__(
        self, shelf: Shelf, current: Current, until: Callable[[], datetime | None], left: Left | None
    ) -> None:
        self._shelf = shelf
        self._current = current
        self._until = until
        self._left = left
        self._first: Snapshot | None = None
        """The whole archive as it was when the run began."""
        self._news = Condition()
        self._wanted: list[Snapshot] | None = None
        """The one to leave, in a new list for each look: it may be the same when its files are not."""
        self._stopped = False
        self._there: set[str] = set()
        """The paths of the pages that were left last."""
        self._valid: tuple[Snapshot, bytes] | None = None
        """The snapshot whose pages were left last, and the stamp of what it was made of."""
        self._thread = Thread(target=self._run, name="dateline-leaving", daemon=True)

    def start(self) -> None:
        """Begin to wait for snapshots."""
        self._thread.start()

    def stop(self) -> None:
        """End it; pages that were looked at since are left, too, if nothing has been saved."""
        with self._news:
            self._stopped = True
            self._news.notify_all()
            valid = None if self._wanted else self._valid
        if valid and valid[0] is self._current.snapshot and not self._there.issuperset(self._lately()):
            self._leave(*valid)

    def follow(self, snapshot: Snapshot) -> None:
        """Leave pages of this snapshot, if nothing newer comes for a while."""
        with self._news:
            self._first = self._first or snapshot
            self._wanted = [snapshot]
            self._news.notify_all()

    def _run(self) -> None:
        while True:
            with self._news:
                self._news.wait_for(lambda: self._wanted or self._stopped)
                wanted = self._wanted
            if wanted is None or self._stopped:
                return
            snapshot, stamp = wanted[0], self._stamp()
            is_still = self._is_peace(wanted) and stamp == self._stamp()
            if stamp is not None and is_still and self._leave(snapshot, stamp):
                with self._news:
                    self._valid = (snapshot, stamp)
                    self._wanted = None if self._wanted is wanted else self._wanted

    def _is_peace(self, wanted: list[Snapshot]) -> bool:
        """Wait; whether nothing newer has come until then."""
        with self._news:
            self._news.wait_for(lambda: self._wanted is not wanted or self._stopped, PEACE)
            return not self._stopped and self._wanted is wanted

    def _stamp(self) -> bytes | None:
        """See `Shelf.stamp`; None where something cannot be looked at, or is just being replaced."""
        with suppress(OSError):
            return self._shelf.stamp()
        return None

    def _leave(self, snapshot: Snapshot, stamp: bytes) -> bool:
        """Leave what stands on the pages that were looked at; whether they are still those of now.

        Pages above which a mistake lies are not left: they are not what would be read.
        """
        if not any(one.severity is Severity.ERROR for one in self._current.diagnostics):
            pages = list(self._pages(snapshot))
            if snapshot is not self._current.snapshot:
                return False
            self._shelf.leave(stamp, self._until(), pages)
            self._there = {path for path, _, _ in pages}
        return True

    def _pages(self, snapshot: Snapshot) -> Iterator[Page]:
        here = dict.fromkeys((urls.HOME, *self._lately(), *(f"/{file}" for file in snapshot.theme.assets)))
        for path in here:
            with suppress(Exception):  # whoever asks for a page is told why it cannot be made
                if found := snapshot.served(path):
                    yield path, found, page_state(snapshot, path)
        if self._left and self._left.is_current and snapshot is self._first:
            for path, state in self._left.states.items():
                if path not in here:
                    yield path, self._left.pages[path], state

    def _lately(self) -> tuple[str, ...]:
        return self._current.shown.latest(LATELY)

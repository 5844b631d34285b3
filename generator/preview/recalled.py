"""What earlier previews and builds have worked out, and where this one leaves what it works out."""

from collections.abc import Callable
from pathlib import Path

from generator.asked import Remembered
from generator.cache import cache_folder
from generator.kept import KEPT
from generator.memo import Memory
from generator.memo.keeping import Keeping
from generator.memo.program import program
from generator.memo.store import Store
from generator.read.seen import Seen
from generator.seenbefore import seen_before


class Recalled:
    """What is remembered of a folder, from look to look and from run to run.

    Without a `cache` it lasts as long as the process. `damaged` is called, from any thread, when what was
    kept is not there any more; then all is to be forgotten.
    """

    def __init__(self, cache: Path | None, folder: Path, damaged: Callable[[], None]) -> None:
        self._cache = cache
        self._folder = folder
        self._damaged = damaged
        self._store: Store | None = None
        self.remembered = Remembered()

    def open(self) -> None:
        """Begin with what is there. To be called once, before anything is read."""
        cache = self._cache
        if cache and (cache.is_dir() or cache_folder(cache)):  # a build may be at work in one that is there
            self._begin(Store(cache))

    def write(self) -> None:
        """Leave what was worked out to other runs."""
        if self._store:
            self._store.rest()

    def close(self) -> None:
        """Leave what was worked out, and nothing open."""
        if self._store:
            self._store.__exit__()

    def forget(self) -> None:
        """Throw away all that was kept, and begin anew."""
        if self._store:
            self._store.throw_away()
            self._begin(Store(self._cache))

    def _begin(self, store: Store) -> None:
        self._store = store
        store.__enter__()
        keeping = Keeping(store, program(), KEPT, self._damaged)
        self.remembered = Remembered(
            Seen(seen_before(store, self._folder)), memory=Memory(keeping, workers=None)
        )

"""What earlier previews and builds have worked out, and where this one leaves what it works out."""

from collections.abc import Callable
from pathlib import Path

from generator.build import Remembered
from generator.cache import cache_folder
from generator.kept import KEPT, seen_before
from generator.memo import Memory
from generator.memo.keeping import DamagedError, Keeping
from generator.memo.program import program
from generator.memo.store import Store
from generator.memo.unread import Unread
from generator.model.prose import Prose
from generator.read.seen import Seen


class LongStore(Store):
    """A store for a process that goes on for days: when it rests, it holds nothing that is on disk."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__(folder)
        self._rests = False

    def get(self, step: str, key: bytes) -> bytes | None:
        """What was kept for a key of a step."""
        return self.get_alone(step, key) if self._rests else super().get(step, key)

    def rest(self) -> None:
        """Write down what is new, and let go of all that was read."""
        with self._lock:
            if self._new or self._renewed:
                self.write()
            self._known.clear()
            self._rests = True


class Watchful(Keeping):
    """Tells when a text that should be there is gone, whoever wanted it."""

    def __init__(self, store: Store, damaged: Callable[[], None]) -> None:
        super().__init__(store, program(), KEPT)
        self._damaged = damaged

    def _load(self, unread: Unread) -> Prose:
        try:
            return super()._load(unread)
        except DamagedError:
            self._damaged()
            raise


class Recalled:
    """What is remembered of a folder, from look to look and from run to run.

    Without a `cache` it lasts as long as the process. `damaged` is called, from any thread, when what was
    kept is not there any more; then all is to be forgotten.
    """

    def __init__(self, cache: Path | None, folder: Path, damaged: Callable[[], None]) -> None:
        self._cache = cache
        self._folder = folder
        self._damaged = damaged
        self._store: LongStore | None = None
        self.remembered = Remembered()

    def open(self) -> None:
        """Begin with what is there. To be called once, before anything is read."""
        cache = self._cache
        if cache and (cache.is_dir() or cache_folder(cache)):  # a build may be at work in one that is there
            self._begin(LongStore(cache))

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
            self._begin(LongStore(self._cache))

    def _begin(self, store: LongStore) -> None:
        self._store = store
        store.__enter__()
        keeping = Watchful(store, self._damaged)
        self.remembered = Remembered(
            Seen(seen_before(store, self._folder)), memory=Memory(keeping, workers=None)
        )

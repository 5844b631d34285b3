"""A watch that runs in a thread of its own, and what it has said so far."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.watch import Watch

PATIENCE = 30
"""Seconds after which a test gives up; no test waits for them when all is well."""


class Watched:
    """What a watch has said."""

    def __init__(self) -> None:
        self.told: list[str] = []
        """Sentences on why there are no events."""
        self.wakings = 0
        self._paths: set[Path] = set()
        self._news = threading.Condition()

    def add(self, changed: frozenset[Path]) -> None:
        assert changed
        with self._news:
            self.wakings += 1
            self._paths |= changed
            self._news.notify_all()

    def tells_of(self, *paths: Path) -> bool:
        """Waits until each of these was told and forgets them; False when it gave up."""
        with self._news:
            found = self._news.wait_for(lambda: self._paths >= set(paths), PATIENCE)
            self._paths.clear()
            return found

    def tells_only_of(self, *paths: Path) -> bool:
        """Waits until each of these was told; False when it gave up, or others were told, too."""
        with self._news:
            self._news.wait_for(lambda: self._paths >= set(paths), PATIENCE)
            return self._paths == set(paths)


@contextmanager
def watching(*roots: Path, every: float = 3600, poll: bool = False) -> Iterator[Watched]:
    """Watch these folders; without a word on `every`, by the events of the system alone."""
    watched = Watched()
    with Watch(roots, watched.told.append, every, poll=poll) as watch:

        def collect() -> None:
            for changed in watch.changes():
                watched.add(changed)

        thread = threading.Thread(target=collect, daemon=True)
        thread.start()
        try:
            yield watched
        finally:
            watch.stop()
            thread.join(PATIENCE)
            assert not thread.is_alive()

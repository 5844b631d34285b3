"""Places that may have changed, gathered until a burst is over."""

import threading
import time
from collections.abc import Iterable

QUIET = 0.03
"""Seconds without a further hint after which a burst is over."""
LONGEST = 0.2
"""Seconds that the end of a burst is waited for at most; what comes later is another one."""
ONE = 6
"""Hints up to which it may be a single save, whose end is waited for as long as the caller thinks right."""
FLOOD, LONGEST_FLOOD = 50, 1.0
"""From so many hints on it is no person who saves but a program that copies: that is waited for longer."""


class Hints:
    """Paths that one thread is told of while another waits for them."""

    def __init__(self, quiet: float | None = None) -> None:
        self._quiet = quiet
        self._changed = threading.Condition()
        self._paths: set[str] = set()
        self._count = 0
        self._last = 0.0
        self._stopped = False

    @property
    def stopped(self) -> bool:
        """Whether there is nothing more to wait for."""
        return self._stopped

    def add(self, paths: Iterable[str]) -> None:
        """Something may have changed there."""
        with self._changed:
            self._paths.update(paths)
            self._count += 1
            self._last = time.monotonic()
            self._changed.notify_all()

    def stop(self) -> None:
        """End all waiting, now and later. May be called from any thread."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    def wait(self, seconds: float) -> frozenset[str]:
        """What is told within these seconds, as soon as the burst that it belongs to is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._paths or self._stopped, max(0.0, seconds))
            began = time.monotonic()
            while self._paths and not self._stopped:
                latest = began + (LONGEST_FLOOD if self._count >= FLOOD else LONGEST)
                quiet = self._quiet if self._quiet and self._count <= ONE else QUIET
                left = min(self._last + quiet, latest) - time.monotonic()
                if left <= 0:
                    break
                self._changed.wait(left)
            told, self._paths, self._count = frozenset(self._paths), set(), 0
            return told

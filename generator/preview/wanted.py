"""The files that were saved and are still to be looked at, for the two threads that know of them."""

import time
from collections.abc import Callable, Collection
from threading import Condition

from msgspec import Struct

BREATH = 0.15
"""Seconds after the last save until everything is looked at: the browsers get their page first."""
QUIET = 0.03
"""The same where nothing could be shown by itself: a folder that is deleted should be gone as a whole."""
LONGEST = 1.0
"""Seconds that somebody who goes on saving keeps everything from being looked at."""
NAP = 30.0
"""Seconds after which the clock is read again: a machine may have slept, or its clock been set."""


class Turn(Struct, frozen=True):
    """What one look at everything is for."""

    files: frozenset[str] = frozenset()
    """The files that were saved; none of them named means that any may have changed."""
    shown: frozenset[str] = frozenset()
    """Those of them that were shown by themselves, and told."""
    began: float = 0.0
    """When the first of them was saved, by the clock that only goes forward."""
    of_time: bool = False
    """Whether nothing was saved: only time has passed."""


class Wanted:
    """Gathers what is saved while everything is being looked at."""

    def __init__(self) -> None:
        self._news = Condition()
        self._files: set[str] = set()
        self._shown: set[str] = set()
        self._waiting = self._busy = self._hearing = self._looked = self._stopped = False
        self._began = self._last = time.monotonic()

    @property
    def stopped(self) -> bool:
        """Whether all is over."""
        return self._stopped

    def hear(self, files: Collection[str]) -> None:
        """These were saved and are being seen to: nothing is settled, and nothing else begins."""
        with self._news:
            self._files.update(files)
            self._hearing = True

    def add(self, files: Collection[str], shown: Collection[str] = (), began: float | None = None) -> None:
        """These files are to be looked at; some of them have been shown."""
        with self._news:
            self._last = time.monotonic()
            if not self._waiting:
                self._began = self._last if began is None else began
            self._files.update(files)
            self._shown.update(shown)
            self._waiting, self._hearing = True, False
            self._news.notify_all()

    def later(self) -> list[str]:
        """The files that were saved since the look that is under way began."""
        with self._news:
            return sorted(self._files)

    def next(self, left: Callable[[], float | None]) -> Turn | None:
        """Wait for what to look at; None when all is over.

        `left` says in how many seconds time alone makes a look necessary, None for never.
        """
        with self._news:
            self._looked |= self._busy
            self._busy = False
            self._news.notify_all()
            while not self._stopped:
                rest = self._rest()
                due = left()
                if rest is not None and rest <= 0:
                    turn = Turn(frozenset(self._files), frozenset(self._shown), self._began)
                    self._files, self._shown = set(), set()
                    self._waiting, self._busy = False, True
                    return turn
                if rest is None and due is not None and due <= 0:
                    self._busy = True
                    return Turn(began=time.monotonic(), of_time=True)
                self._news.wait(min(NAP if due is None else max(0.0, due), NAP) if rest is None else rest)
            return None

    def settled(self, seconds: float) -> bool:
        """Wait until everything was looked at; False when that takes longer."""
        with self._news:
            return self._news.wait_for(self._is_settled, seconds)

    def stop(self) -> None:
        """End all waiting."""
        with self._news:
            self._stopped = True
            self._news.notify_all()

    def _is_settled(self) -> bool:
        return self._looked and not (self._hearing or self._waiting or self._busy)

    def _rest(self) -> float | None:
        """Seconds until a look may begin; None where there is nothing to look at."""
        if not self._waiting:
            return None
        now = time.monotonic()
        if self._hearing and now < self._began + LONGEST:
            return BREATH
        if not self._looked:
            return 0.0
        return min(self._last + (BREATH if self._shown else QUIET), self._began + LONGEST) - now

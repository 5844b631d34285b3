"""Waits for files below some folders to change."""

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.watch.hints import LONGEST, Hints
from generator.watch.listener import UNTOLD, Listener
from generator.watch.scan import scan, stands_below
from generator.watch.stamp import Stamp, differ, stamp

OFTEN, SELDOM = 2.0, 3.0
"""Seconds between two rescans: as often as the first while that costs less than a hundredth of the time, and
never more seldom than the second."""
MANY = 200
"""Hints from which on it is quicker to look at everything."""
DEAF = 3
"""Rescans in a row that find what no event told of, until events are no longer waited for."""


class Watch:
    """Says which files below some folders were written, made, moved or deleted.

    The system's events say where to look at once; a look at every file, each 2 to 3 seconds, finds what they
    kept from us. A folder may be missing and appear later. Hidden files and editors' backup files are no
    changes. `tell` gets one sentence when events cannot be had; the rescans go on then. A burst is over after
    `quiet` seconds without an event; those that are right for most when left out. With `poll` events are not
    even asked for.

        with Watch((folder / "content",)) as watch:
            for changed in watch.changes():
                ...
    """

    def __init__(
        self,
        roots: Iterable[Path],
        tell: Callable[[str], None] = lambda why: None,
        every: float = OFTEN,
        quiet: float | None = None,
        poll: bool = False,
    ) -> None:
        self._roots = tuple(str(root) for root in roots)
        self._tell = tell
        self._every = every
        self._hints = Hints(quiet)
        self._listener = Listener(self._hints.add)
        self._seen: dict[str, Stamp] = {}
        self._missed = 0
        self._next = 0.0
        self._deaf = poll
        """Whether there are only rescans."""

    def __enter__(self) -> Self:
        """From now on every change is noticed."""
        self._compare(frozenset(self._roots))
        if not self._deaf:
            self._listen()
        self._next = time.monotonic() + self._every
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing runs on."""
        self.stop()
        self._listener.stop()

    def changes(self) -> Iterator[frozenset[Path]]:
        """Waits for changes, and gives the paths of each burst, as the roots were given; never none.

        What changes while the caller is busy is given when he comes back. Ends after `stop`.
        """
        while not self._hints.stopped:
            hinted = self._hints.wait(self._next - time.monotonic())
            if self._hints.stopped:
                return
            due = time.monotonic() >= self._next
            changed = self._rescan(hinted) if due or len(hinted) > MANY else self._compare(hinted)
            if changed:
                yield frozenset(map(Path, changed))

    def stop(self) -> None:
        """Let `changes` end at once. May be called from any thread."""
        self._hints.stop()

    def _compare(self, tops: frozenset[str]) -> set[str]:
        """What differs from the last look at these files and folders."""
        found = {
            path: stamp(path, now, self._seen.get(path))
            for top in tops
            for path, now in scan(top, follow=top in self._roots)
        }
        changed = {path for path, now in found.items() if differ(self._seen.get(path), now)}
        if any(top not in found or found[top].is_folder for top in tops):
            gone = [path for path in self._seen if path not in found and stands_below(path, tops)]
            for path in gone:
                del self._seen[path]
            changed.update(gone)
        self._seen |= found
        return changed

    def _rescan(self, hinted: frozenset[str]) -> set[str]:
        """Look at everything; and if that finds what no event told of, see to the events."""
        began = time.monotonic()
        changed = self._compare(frozenset(self._roots))
        took = time.monotonic() - began
        self._next = began + took + max(self._every, min(SELDOM, 100 * took))
        if self._deaf:
            return changed
        if self._listener.outdated:
            return changed | self._listen()
        untold = {path for path in changed if not stands_below(path, hinted)}
        if untold:
            late = self._hints.wait(LONGEST)  # an event may be on its way
            changed |= self._compare(late)
            untold = {path for path in untold if not stands_below(path, late)}
        if untold:
            self._missed += 1
            return changed | self._listen()
        self._missed = 0 if changed else self._missed
        return changed

    def _listen(self) -> set[str]:
        """Hear of events, anew; returns what changed until then."""
        why = self._listener.listen(self._roots, sum(seen.is_folder for seen in self._seen.values()))
        if not why and self._missed >= DEAF:
            self._listener.stop()
            why = UNTOLD
        if why:
            self._deaf = True
            self._tell(f"Changes are looked for every 2 to 3 seconds: {why}")
        return self._compare(frozenset(self._roots))

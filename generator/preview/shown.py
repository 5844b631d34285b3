"""What browsers have before them, as far as can be told."""

from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from threading import Event, Lock

from msgspec import Struct

from generator.preview.values import Served

LATELY = 50
"""Pages that are looked at again after a change."""


class Differences(Struct, frozen=True):
    """What became of the pages that were served lately."""

    changed: tuple[str, ...]
    gone: tuple[str, ...]


class Shown:
    """The pages that were served lately, and a digest of what was served."""

    def __init__(self) -> None:
        self._digests: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()
        self._any = Event()

    def wait(self, seconds: float) -> None:
        """Wait until somebody has been served a page; not longer than so."""
        self._any.wait(seconds)

    def add(self, path: str, content: bytes) -> None:
        """A browser has this now."""
        with self._lock:
            self._digests[path] = _digest(content)
            self._digests.move_to_end(path)
            if len(self._digests) > LATELY:
                self._digests.popitem(last=False)
        self._any.set()

    def latest(self, number: int) -> tuple[str, ...]:
        """The pages that were served last, the latest first."""
        with self._lock:
            return tuple(self._digests)[: -number - 1 : -1]

    def differences(
        self, served: Callable[[str], Served | None], among: tuple[str, ...] | None = None
    ) -> Differences:
        """Which pages differ from what was served, the last served first; from now on that is known.

        `among` leaves out all others. A page that cannot be made stays as it was.
        """
        with self._lock:
            known = [path for path in reversed(self._digests) if among is None or path in among]
        changed, gone = [], []
        for path in known:
            with suppress(Exception):  # whoever asks for the page is told why it cannot be made
                page = served(path)
                if page is None:
                    gone.append(path)
                    self._forget(path)
                elif self._is_news(path, page.content):
                    changed.append(path)
        return Differences(tuple(changed), tuple(gone))

    def _is_news(self, path: str, content: bytes) -> bool:
        digest = _digest(content)
        with self._lock:
            before = self._digests.get(path)
            if before is not None:
                self._digests[path] = digest
            return before is not None and before != digest

    def _forget(self, path: str) -> None:
        with self._lock:
            self._digests.pop(path, None)


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=16).digest()

"""An archive that is being opened: what the last run left is shown until it has been read."""

from collections.abc import Callable, Mapping
from threading import Event as Signal
from threading import Lock, Thread
from types import TracebackType
from typing import Protocol, Self

from msgspec.structs import replace

from generator.preview.failures import in_one_line
from generator.preview.inject import with_line
from generator.preview.live import Listener, Live
from generator.preview.mediatypes import TYPES
from generator.preview.reading import READING
from generator.preview.shelf import Left
from generator.preview.values import Place, Served, State

NOTHING = Left({}, {}, is_current=False)
PAGES = ("/", ".html")
"""How the path of a page ends."""
GRACE = 0.3
"""Seconds that a browser has for its first page before the archive is opened: reading takes the processor."""
ANEW = "The archive has changed and is being read. This is how the page looked last."


class Opened(Live, Protocol):
    """An archive that is followed as long as a block lasts."""

    def __enter__(self) -> Self:
        """Begin to read."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Follow no longer."""

    @property
    def is_whole(self) -> bool:
        """Whether every file has been read."""


class Opening:
    """What `open` opens, in a thread of its own; until it is whole, what was `left`.

    A page that is not certainly as it was says so, and is answered like one that cannot be made yet.
    """

    def __init__(
        self,
        open: Callable[[], Opened],
        left: Left | None = None,
        tell: Callable[[str], None] = lambda sentence: None,
    ) -> None:
        self._open = open
        self._left = left or NOTHING
        self._tell = tell
        self._live: Opened | None = None
        self._over = False
        self._asked = Signal()
        """Whether a page has been asked for."""
        self._leaves: dict[Listener, Callable[[], None]] = {}
        self._lock = Lock()
        self._thread = Thread(target=self._begin, name="dateline-opening", daemon=True)

    def __enter__(self) -> Self:
        """Begin to open it."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it; one that is not open yet is not waited for."""
        with self._lock:
            self._over = True
            live = self._live
        self._asked.set()
        if live:
            live.__exit__(kind, error, trace)

    @property
    def revision(self) -> int:
        """Grows by one with each change that was worked in."""
        return self._live.revision if self._live else 0

    def served(self, path: str) -> Served | None:
        """What stands at a path of the site."""
        live = self._live
        found = self._left.pages.get(path)
        is_page = path.endswith(PAGES)
        if live and (live.is_whole or found is None):
            # A page that was left may still ask for the files of the theme that it was made in.
            return live.served(path) or (None if is_page else found)
        self._asked.set()
        if found is None:
            return READING if is_page else None
        if self._left.is_current or found.media_type != TYPES[".html"]:
            return found
        return replace(found, content=with_line(found.content, ANEW), status=READING.status)

    def state(self, page: str) -> State:
        """What is shown beside a page."""
        live = self._live
        if live and live.is_whole:
            return live.state(page)
        return State(self.revision, page=self._left.states.get(page))

    def place(self, page: str, id: str, text: str) -> Place | None:
        """Where something that stands on a page is written; until that is known, where its file begins."""
        live, state = self._live, self._left.states.get(page)
        if live and live.is_whole:
            return live.place(page, id, text)
        return Place(state.file, state.line, 1) if state and state.file else None

    def explained(self, fact: str) -> Mapping[str, object] | None:
        """How the judge reached each finding of a fact."""
        return self._live.explained(fact) if self._live else None

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` at every event, until the function that is returned is called."""
        with self._lock:
            self._leaves[listener] = self._live.subscribe(listener) if self._live else _nothing
        return lambda: self._unsubscribe(listener)

    def _unsubscribe(self, listener: Listener) -> None:
        with self._lock:
            leave = self._leaves.pop(listener, _nothing)
        leave()

    def _begin(self) -> None:
        if self._left.pages:
            self._asked.wait(GRACE)
        try:
            live = self._open()
            with self._lock:
                if self._over:
                    return
                self._leaves = {listener: live.subscribe(listener) for listener in self._leaves}
                self._live = live.__enter__()
        except Exception as error:  # noqa: BLE001 -- somebody must say it
            self._tell(in_one_line(f"the archive cannot be opened: {type(error).__name__}: {error}"))


def _nothing() -> None:
    pass

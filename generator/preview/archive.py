"""The live archive: follows its files, and serves the site as a build would write it at this moment."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.asked import Options
from generator.model.diagnostic import Severity
from generator.preview.current import Current
from generator.preview.explain import explained
from generator.preview.following import Follower
from generator.preview.leaving import Leaving
from generator.preview.live import Listener
from generator.preview.look import Clock
from generator.preview.mediatypes import TYPES, media_type_of
from generator.preview.pagestate import page_state
from generator.preview.place import place_in
from generator.preview.reading import READING
from generator.preview.round import Told
from generator.preview.searching import FOLDER, Searching
from generator.preview.shelf import Left, Shelf
from generator.preview.snapshot import Snapshot
from generator.preview.values import Place, Served, State

PAGES = ("/", ".html")
"""How the path of a page ends."""


class LiveArchive:
    """A folder's site as it is now; see `Live` for what it answers, from any thread.

    `told` hears of every rebuild and every look at the archive, `tell` of what keeps the preview from
    following; both are called from threads of the archive. `poll` is for folders of which the system tells
    nothing: they are looked at every 2 to 3 seconds. `clock` says what time it is, so that embargoes end and
    documents expire while it runs; without it the moment of `options` holds. On the `shelf` pages are left to
    the next run, and beside it what need not be worked out again; `left` is what the last run left there.

        with LiveArchive(folder, Options(drafts=True)) as live:
            live.served("/")
    """

    def __init__(
        self,
        folder: Path,
        options: Options,
        told: Told = lambda news: None,
        tell: Callable[[str], None] = lambda sentence: None,
        poll: bool = False,
        clock: Clock | None = None,
        shelf: Shelf | None = None,
        left: Left | None = None,
    ) -> None:
        self._current = Current()
        self._searching = (
            Searching(folder, lambda: self._current.say("search"), tell) if options.search else None
        )
        cache = shelf.cache if shelf else None
        self._follower = Follower(
            folder, options, self._current, told, tell, self._follow, poll, clock, cache
        )
        self._leaving = Leaving(shelf, self._current, lambda: self._follower.due, left) if shelf else None

    def __enter__(self) -> Self:
        """Begin to read; pages are served as soon as there are some."""
        self._follower.start()
        for one in (self._searching, self._leaving):
            if one:
                one.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Follow no longer. A look that is under way is not waited for."""
        self._follower.stop()
        for one in (self._searching, self._leaving):
            if one:
                one.stop()

    def settled(self, seconds: float) -> bool:
        """Wait until every change that was noticed is worked in; False when that takes longer."""
        return self._follower.settled(seconds)

    @property
    def is_whole(self) -> bool:
        """Whether every file has been read; until then a page may still come."""
        return self._current.whole

    @property
    def revision(self) -> int:
        """Grows by one with each change that was worked in."""
        return self._current.revision

    def served(self, path: str) -> Served | None:
        """What stands at a path of the site; while that is being read, a page that says so."""
        if self._searching and path.startswith(f"/{FOLDER}/"):
            return self._searching.served(path)
        whole, snapshot = self._current.whole, self._current.snapshot
        try:
            made = (snapshot.served(path) if snapshot else None) or self._asset(path)
        except Exception:
            if self._follower.is_damaged:
                return READING
            raise
        if made is None and not whole and path.endswith(PAGES):
            return READING
        if made is not None and made.media_type == TYPES[".html"]:
            self._current.shown.add(path, made.content)
        return made

    def state(self, page: str) -> State:
        """What is shown beside a page."""
        told, snapshot = self._current.diagnostics, self._current.snapshot
        return State(
            self._current.revision,
            tuple(one for one in told if one.severity is Severity.ERROR),
            tuple(one for one in told if one.severity is Severity.WARNING),
            page_state(snapshot, page) if snapshot else None,
            self._current.changed,
        )

    def place(self, page: str, id: str, text: str) -> Place | None:
        """Where something that stands on a page is written."""
        snapshot = self._current.snapshot
        file, measure = snapshot.written_in(page) if snapshot else ("", "")
        if snapshot is None or file not in snapshot.sources:
            return None
        return place_in(snapshot.sources[file], measure, id, text)

    def explained(self, fact: str) -> Mapping[str, object] | None:
        """How the judge reached each finding of a fact."""
        snapshot = self._current.snapshot
        return explained(snapshot.archive, snapshot.verdicts, fact) if snapshot else None

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` at every event, until the function that is returned is called."""
        self._current.subscribe(listener)
        return lambda: self._current.leave(listener)

    def _follow(self, snapshot: Snapshot) -> None:
        for one in (self._searching, self._leaving):
            if one:
                one.follow(snapshot)

    def _asset(self, path: str) -> Served | None:
        content = self._current.assets.get(path.removeprefix("/"))
        return None if content is None else Served(content, media_type_of(path))

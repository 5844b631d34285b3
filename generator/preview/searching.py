"""Search in the preview: Pagefind, run behind the scenes once the archive has been left alone."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Condition, Thread

from generator import __version__
from generator.errors import DatelineError
from generator.preview.mediatypes import media_type_of
from generator.preview.snapshot import Snapshot
from generator.preview.values import Served
from generator.render.renderer import render
from generator.search import find_pagefind, index_site
from generator.search.index import FOLDER

QUIET = 1.0
"""Seconds without a change after which the index is made anew; in a large archive, as long as that took."""
BREATH = 0.002
"""Seconds between two pages, in which those who wait for a page get theirs."""


class Searching:
    """The index of the last snapshot that had some peace; the one before is served until it is ready."""

    def __init__(self, folder: Path, ready: Callable[[], None], tell: Callable[[str], None]) -> None:
        self._folder = folder
        self._ready = ready
        self._tell = tell
        self._news = Condition()
        self._wanted: Snapshot | None = None
        self._indexed: Snapshot | None = None
        self._told = ""
        self._stopped = False
        self._bundle: Mapping[str, bytes] = {}
        self._thread = Thread(target=self._run, name="dateline-search", daemon=True)

    def start(self) -> None:
        """Begin to wait for snapshots."""
        self._thread.start()

    def stop(self) -> None:
        """End it soon; Pagefind itself is not waited for."""
        with self._news:
            self._stopped = True
            self._news.notify_all()

    def follow(self, snapshot: Snapshot) -> None:
        """Make the index of this snapshot as soon as nothing newer has come for a while."""
        with self._news:
            self._wanted = snapshot
            self._news.notify_all()

    def served(self, path: str) -> Served | None:
        """A file of the last index that was finished."""
        content = self._bundle.get(path.removeprefix("/"))
        return None if content is None else Served(content, media_type_of(path))

    def _run(self) -> None:
        took = 0.0
        while (snapshot := self._next(max(QUIET, took))) is not None:
            began = time.monotonic()
            try:
                if snapshot is not self._indexed:
                    self._make(snapshot)
            except (DatelineError, OSError) as error:
                self._say(f"Search is not refreshed: {error}")
            took = time.monotonic() - began

    def _next(self, quiet: float) -> Snapshot | None:
        """Wait for a snapshot that nothing newer has followed for a while; None when all is over."""
        with self._news:
            self._news.wait_for(lambda: self._wanted or self._stopped)
            found = None
            while found is not self._wanted and not self._stopped:
                found = self._wanted
                self._news.wait(quiet)  # ends early only when something newer has come, or all is over
            self._wanted = None
            return None if self._stopped else found

    def _make(self, snapshot: Snapshot) -> None:
        site = snapshot.archive.site
        command = find_pagefind(site.pagefind and str(self._folder / site.pagefind))
        pages = {}
        for page in snapshot.pages.values():
            if self._stopped or self._wanted is not None:
                return
            if page.searched:
                pages[page.file] = render(snapshot.theme, site, __version__, page)
                time.sleep(BREATH)
        self._bundle = index_site(pages, site.language, command)
        self._indexed = snapshot
        self._told = ""
        self._ready()

    def _say(self, why: str) -> None:
        if why != self._told:
            self._told = why
            self._tell(why)


__all__ = ["FOLDER", "Searching"]

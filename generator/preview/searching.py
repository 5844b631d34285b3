"""Search in the preview: Pagefind, run behind the scenes once the archive has been left alone.

Only pages are rendered that may have changed, and only shards are indexed again whose pages have.
"""

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Condition, Thread

from generator import __version__
from generator.errors import DatelineError
from generator.memo.damaged import DamagedError
from generator.model.page import Page
from generator.preview.mediatypes import media_type_of
from generator.preview.searched import Searched
from generator.preview.snapshot import Snapshot
from generator.preview.values import Served
from generator.render.renderer import render
from generator.search import day_of, find_pagefind, forget_unused, shards_of, site_bundle
from generator.search.index import FOLDER

QUIET = 1.0
"""Seconds without a change after which the index is made anew; in a large archive, as long as that took."""
BREATH = 0.002
"""Seconds between two pages, in which those who wait for a page get theirs."""
FEW = 100
"""Pages that are looked through without a breath where they need not be rendered."""


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
        self._searched = Searched()
        self._digests: dict[str, str] = {}
        """What the search made of each page of the last index, by its file."""
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
        with suppress(KeyError, OSError):
            return Served(self._bundle[path.removeprefix("/")], media_type_of(path))
        return None

    def _run(self) -> None:
        took = 0.0
        with TemporaryDirectory(prefix="dateline-search-", ignore_cleanup_errors=True) as store:
            while (snapshot := self._next(max(QUIET, took))) is not None:
                began = time.monotonic()
                try:
                    if snapshot is not self._indexed:
                        self._make(snapshot, Path(store))
                except DamagedError:
                    continue  # the archive is being read anew, and comes again
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

    def _make(self, snapshot: Snapshot, store: Path) -> None:
        """Render the pages that may have changed, and index those that have, unless something newer comes."""
        site = snapshot.archive.site
        command = find_pagefind(site.pagefind and str(self._folder / site.pagefind))
        pages = {page.file: page for page in snapshot.pages.values() if page.searched}
        eyes = self._searched.through(snapshot)
        for number, page in enumerate(pages.values(), 1):
            if self._stopped or self._wanted is not None:
                return  # what is known of the pages so far stays known
            if eyes.standing(page) is None:
                eyes.rendered(page)
                time.sleep(BREATH)
            elif number % FEW == 0:
                time.sleep(BREATH)
        digests = {file: eyes.digest(file) for file in pages}
        self._searched.done(eyes, pages)
        if digests != self._digests:
            shards = shards_of((file, day_of(file), 1) for file in pages)

            def html(file: str) -> bytes:
                return _rendered(snapshot, pages[file])

            bundle = site_bundle(shards, digests.__getitem__, html, site.language, command, store, jobs=1)
            self._bundle, self._digests = bundle, digests
            forget_unused(store, bundle)
            self._ready()
        self._indexed = snapshot
        self._told = ""

    def _say(self, why: str) -> None:
        if why != self._told:
            self._told = why
            self._tell(why)


def _rendered(snapshot: Snapshot, page: Page) -> bytes:
    """The page as it is published; made slowly, because nobody waits for it."""
    content = render(snapshot.theme, snapshot.archive.site, __version__, page)
    time.sleep(BREATH)
    return content


__all__ = ["FOLDER", "Searching"]

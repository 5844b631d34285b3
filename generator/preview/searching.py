"""Search in the preview: Pagefind, run behind the scenes once the archive has been left alone.

Only shards are indexed again whose pages have changed. To know which have, every page must be rendered; in a
large archive the pages of saved documents come first, and the others when those can be found.
"""

import time
from collections.abc import Callable, Container, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Condition, Thread

from generator import __version__
from generator.errors import DatelineError
from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.page import Page, file_of
from generator.preview.mediatypes import media_type_of
from generator.preview.snapshot import Snapshot
from generator.preview.values import Served
from generator.render.renderer import render
from generator.search import day_of, find_pagefind, forget_unused, seen_digest, shards_of, site_bundle
from generator.search.index import FOLDER

QUIET = 1.0
"""Seconds without a change after which the index is made anew; in a large archive, as long as that took."""
BREATH = 0.002
"""Seconds between two pages, in which those who wait for a page get theirs."""
FEW = 500
"""Pages that are rendered so quickly that none of them needs to come first."""


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
        self._documents: dict[str, Document] = {}
        self._digests: dict[str, str] = {}
        """What the search makes of each page, by its file, as far as is known."""
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
        pages = {page.file: page for page in snapshot.pages.values() if page.searched}
        if (
            self._digests
            and len(pages) > FEW
            and not self._refresh(snapshot, pages, self._saved(snapshot.archive), store)
        ):
            return
        if self._refresh(snapshot, pages, pages, store):
            self._indexed = snapshot

    def _saved(self, archive: Archive) -> frozenset[str]:
        """The files of the pages of documents that are not as they were, and of their days."""
        changed = [one for one in archive.documents if self._documents.get(one.id) != one]
        paths = (path for one in changed for path in (urls.document_url(one), urls.day_url(one.day)))
        return frozenset(map(file_of, paths))

    def _refresh(
        self, snapshot: Snapshot, pages: Mapping[str, Page], wanted: Container[str], store: Path
    ) -> bool:
        """Render some of the pages, and index those that have changed; False when something newer came."""
        site = snapshot.archive.site
        command = find_pagefind(site.pagefind and str(self._folder / site.pagefind))
        digests = {}
        for file in pages:
            if file in self._digests and file not in wanted:
                digests[file] = self._digests[file]
                continue
            if self._stopped or self._wanted is not None:
                return False
            digests[file] = seen_digest(_rendered(snapshot, pages[file]))
        if digests != self._digests:
            shards = shards_of((file, day_of(file), 1) for file in pages)

            def html(file: str) -> bytes:
                return _rendered(snapshot, pages[file])

            bundle = site_bundle(shards, digests.__getitem__, html, site.language, command, store, jobs=1)
            self._bundle, self._digests = bundle, digests
            forget_unused(store, bundle)
            self._ready()
        self._documents = {one.id: one for one in snapshot.archive.documents}
        self._told = ""
        return True

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

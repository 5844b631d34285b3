"""From planned files to a published site: made, indexed, looked over, and put into their folder."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.books import Books, closed
from generator.making import Making
from generator.memo.ledger import Holding, Ledger
from generator.memo.store import Store
from generator.model.asset import Asset
from generator.model.diagnostic import Diagnostic
from generator.model.page import Imprint
from generator.model.site import Site
from generator.offline.worker import wanted_of, worker_files
from generator.publish import Content, Published, ReadBack, Standing, asset_files, publish
from generator.render.theme import Theme
from generator.sound import make_sure
from generator.workers import Open

if TYPE_CHECKING:
    from generator.indexing import Index

SEARCH = "search"
"""The folder in the cache for what was indexed."""
Tell = Callable[[str], None]
"""Is told the name of each stage as it begins."""
Leaking = Callable[[Mapping[str, Content]], tuple[Diagnostic, ...]]
"""Says what the files of a site give away that they must not."""


class Finished(Struct, frozen=True):
    """A site that was published, and the ledger of its files."""

    published: Published
    ledger: Ledger


class Finish(Struct, frozen=True):
    """What a site is finished with, however its files came to be planned."""

    folder: Path
    output: Path
    site: Site
    theme: Theme
    searched: Sequence[str]
    """Files of the pages that the search finds."""
    pagefind: Sequence[str] | None
    """The program that indexes them; None for a site without a search."""
    assets: Sequence[Asset]
    """Those that are published."""
    store: Store
    cache: Path | None
    workers: Open | None
    tell: Tell

    def finished(
        self,
        making: Making,
        books: Books,
        holding: Holding,
        mark: bytes,
        sure: Callable[[], None],
        leaking: Leaking | None = None,
    ) -> "Finished | tuple[Diagnostic, ...]":
        """Make what does not stand, and publish all of it; the leaks, where there are any.

        The books are closed with a `mark`.
        """
        site, theme, output, store = self.site, self.theme, self.output, self.store
        with TemporaryDirectory(prefix="stage-", dir=self.cache) as stage:
            store.mark()
            seen = self._noting() if self.pagefind else None
            files, ledger = making.made(books, holding, Path(stage), self.workers, self.tell, seen)
            files |= wanted_of(site, theme.assets)
            files |= worker_files(site, theme.assets, ReadBack(files, output).__getitem__)
            index = (
                self.indexed(files, Path(stage), partial(_stands, books, output)) if self.pagefind else None
            )
            if index:
                files |= index.files
            if leaking:
                self.tell("Looking for leaks")
                if leaks := leaking(files):
                    return leaks
            self.tell("Publishing")
            files |= asset_files(self.assets, self.folder)
            made = [path for path, content in files.items() if not isinstance(content, Standing)]
            make_sure(files, made, output, site, searched=index is not None, workers=self.workers)
            done = publish(files, output, sure=sure)
            self.forget_unused(index, Path(stage))
        closed(store, output, ledger, index.imprints if index else {}, done.written, books, mark)
        return Finished(done, ledger)

    def _noting(self) -> "Callable[..., None]":
        from generator.indexing import note  # noqa: PLC0415 -- see _indexed

        return partial(note, self.store)

    def indexed(
        self, files: Mapping[str, Content], stage: Path, stands: Callable[[str, Imprint], bool]
    ) -> "Index":
        """The search of a site of these files; `stands` tells which files of the search are there already."""
        from generator.indexing import Indexing, indexed  # noqa: PLC0415 -- a build without a search loads none of it

        self.tell("Indexing for search")
        kept = self._kept(stage)
        indexing = Indexing(self.site.language, self.pagefind or (), kept, self.store, self.workers)
        return indexed(self.searched, files, self.output, stands, indexing)

    def forget_unused(self, index: "Index | None", stage: Path) -> None:
        """Let go of what was kept of the search and is in it no longer."""
        if index:
            from generator.search import forget_unused  # noqa: PLC0415 -- see above

            forget_unused(self._kept(stage), index.bundle)

    def _kept(self, stage: Path) -> Path:
        return (self.cache or stage) / SEARCH


def _stands(books: Books, output: Path, path: str, imprint: Imprint) -> bool:
    return books.search.get(path) == imprint and books.stands(output, path)

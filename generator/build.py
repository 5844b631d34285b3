"""The build on one screen: from a snapshot of the files to a site, and the site to its folder.

There are two ways, which make the same site: the long one, and a short one for an edit of a few texts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path

from generator import __version__
from generator.amend import Recalled, amended, around, leave, left_of, remade, what_was_left
from generator.amend.left import Left
from generator.assemble.assets import published_assets
from generator.assemble.release import Release, release_of
from generator.books import Books, opened
from generator.cache import cache_folder
from generator.checks import SINCE_THE_RECORD
from generator.config import site_of
from generator.errors import DatelineError, PublishError, place_and_reason
from generator.examined import Examined, Options, Remembered, Tell, examine
from generator.exports import Published, export
from generator.finishing import Finish
from generator.kept import KEPT
from generator.making import Making, Planned, PlannedFile, PlannedPage
from generator.memo import Memory
from generator.memo.digests import digest_of
from generator.memo.grown import new_mark
from generator.memo.keeping import DamagedError, Keeping
from generator.memo.program import program
from generator.memo.store import Store
from generator.model.asset import Asset
from generator.model.diagnostic import Diagnostic
from generator.model.site import Site
from generator.publish import Content, ReadBack, refuse_unsafe
from generator.publish import Published as Done
from generator.publish.lock import PATIENCE, held
from generator.publish.recover import recovered
from generator.read.discover import Discovered, EntryKind
from generator.read.disk import CONTENT, THEMES
from generator.read.file import read_file
from generator.read.seen import Seen
from generator.read.settled import discover_settled
from generator.render.theme import Theme, load_theme
from generator.seenbefore import seen_before
from generator.still import Last
from generator.workers import Open

WHOLE = "No site is left half written: the one before stands, or this one if it was published already."
"""What to say when the machine fails at something other than publishing."""


@dataclass(frozen=True, slots=True)
class Means:
    """With what to build: none of it changes what is built."""

    cache: Path | None = None
    """A folder for what is remembered from one build to the next; None for one that remembers nothing."""
    workers: Open | None = None
    """Opens other processes; None when this one is to do all the work."""
    patience: float = PATIENCE
    """Seconds to wait for another build into the same folder."""


ALONE = Means()


@dataclass(frozen=True, slots=True)
class Built:
    """A site that stands in its folder."""

    site: Site
    last: Last
    """What there is to say of it."""
    until: datetime
    """The moment from which the same files may make another site."""
    published: Done

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the content, none of which forbids to publish it."""
        return self.last.diagnostics

    @property
    def files(self) -> tuple[str, ...]:
        """All files of the site."""
        return tuple(sorted((*self.published.written, *self.published.unchanged)))


def build(folder: Path, output: Path, options: Options, tell: Tell, means: Means = ALONE) -> Built | Examined:
    """The whole way from files to a published site; what was examined, if its mistakes forbid that."""
    refuse_unsafe(output, folder / CONTENT, folder / THEMES)
    cache = cache_folder(means.cache) if means.cache and (folder / CONTENT).is_dir() else None
    means = replace(means, cache=cache)
    try:
        with Store(cache) as store:
            try:
                return _build(folder, output, options, tell, means, store)
            except DamagedError:
                store.throw_away()
                return _build(folder, output, options, tell, means, store)
    except OSError as error:
        told = place_and_reason(error)
        raise PublishError(f"The build could not go on: {told}.", WHOLE) from error


def _build(
    folder: Path, output: Path, options: Options, tell: Tell, means: Means, store: Store
) -> Built | Examined:
    keeping = Keeping(store, program(), KEPT)
    memory = Memory(keeping, means.workers)
    known = Remembered(Seen(seen_before(store, folder)), Seen(), memory, keeping, means.workers)
    tell("Reading")
    found = discover_settled(folder, known.seen, known.assets)
    way = _Way(folder, output, options, tell, means, store, keeping, known, found)
    return way.short() or way.long()


@dataclass(frozen=True)
class _Way:
    """From what was discovered to a published site."""

    folder: Path
    output: Path
    options: Options
    tell: Tell
    means: Means
    store: Store
    keeping: Keeping
    known: Remembered
    found: Discovered

    def long(self) -> Built | Examined:
        """Everything is read, judged, checked and planned; what is known already is not worked out again."""
        from generator.pages.plan import plan  # noqa: PLC0415 -- loads every kind of page, of which few are amended

        examined = examine(self.folder, self.options, self.tell, self.known, self.found)
        if not examined.is_sound(strict=self.options.strict):
            return examined
        archive, judged, assets = examined.archive, examined.judged, tuple(published_assets(examined.archive))
        self.store.let_go()
        pages, theme = plan(archive, judged), self.theme
        finish = self._finish([page.file for page in pages if page.searched], assets)
        addresses = tuple(page.path for page in pages if page.listed)
        published = Published(archive, judged, addresses, __version__, theme.feed_style)
        planned: list[Planned] = [PlannedPage(page, theme, archive.site) for page in pages]
        planned += [PlannedFile(file, addresses, theme.feed_style) for file in export(published)]
        last = Last(
            examined.diagnostics, len(pages), len(archive.documents), len(archive.by_day), len(archive.facts)
        )
        makers = [one.maker for one in planned]
        left = (
            left_of(examined, self.keeping, self._around, last, makers, assets) if self.means.cache else None
        )
        leaking = partial(_leaks, examined, theme, self.output) if examined.absent else None
        making, mark = Making(planned, published, self._shared, self.keeping), new_mark()
        with held(self.output, self.tell, self.means.patience) as sure:
            books = self._books()
            holding = making.holding(books, self.output)
            done = finish.finished(making, books, holding, mark, sure, leaking)
            if not isinstance(done, Done):
                return replace(examined, diagnostics=(*examined.diagnostics, *done))
            leave(self.store, self.output, left, mark)
            self.store.write()
        return Built(archive.site, _after(last, done), examined.until, done)

    def short(self) -> Built | None:
        """Where only texts were amended their pages are made, all others stand; None where more is new."""
        left = what_was_left(self.store, self.output)
        if left is None or not self._is_as_it_was(left):
            return None
        recalled = Recalled(left, self.found, self._release, self.site, self.known.memory, self.keeping)
        now = amended(left, self.found, recalled)
        if now is None:
            return None
        assets = [asset for asset in self.found.assets if asset.file in left.rest.assets]
        finish, theme, site = self._finish(left.searched, assets), self.theme, self.site
        published = Published(now.archive, now.judged, left.addresses, __version__, theme.feed_style)
        with held(self.output, self.tell, self.means.patience) as sure:
            books, mark = self._books(), new_mark()
            if books.mark != left.mark:
                return None
            again = remade(now, left, published, theme, site, self._shared, self.keeping, books, self.output)
            if again is None:
                return None
            making, holding = again
            done = finish.finished(making, books, holding, mark, sure)
            if not isinstance(done, Done):
                return None
            leave(self.store, self.output, left.with_texts(now.kept), mark)
            self.store.write()
        self.store.uncounted()
        return Built(site, _after(left.last, done), datetime.fromisoformat(left.until), done)

    @cached_property
    def site(self) -> Site:
        """What is said of the site as a whole."""
        files = (file for file in self.found.files if file.kind is EntryKind.SITE)
        described = [self.known.memory.remembered(read_file, file, "en").entry for file in files]
        return site_of(described[0] if described else None, self.options.base_url)

    @cached_property
    def theme(self) -> Theme:
        """The theme that the site names."""
        return load_theme(self.site.theme, self.folder)

    @cached_property
    def _shared(self) -> bytes:
        """A digest of what all files are made by."""
        return digest_of(program().encode(), self.theme.digest.encode(), self.keeping.of(self.site))

    @cached_property
    def _around(self) -> bytes:
        options = self.options
        since = options.since.read_bytes() if options.since else b""
        asked = (options.base_url, options.as_of, options.drafts, options.strict, options.search)
        return around(self.found, self._shared, f"{asked!r}{digest_of(since).hex()}")

    @property
    def _release(self) -> Release:
        options = self.options
        return release_of(options.as_of, options.now, self.site.timezone, drafts=options.drafts)

    def _is_as_it_was(self, left: Left) -> bool:
        """Whether nothing around the documents has changed, and what was told then is to be told now."""
        try:
            same = left.around == self._around
        except DatelineError:  # the long way says what is wrong with the site or its theme, and what else is
            return False
        once = () if self.options.since else SINCE_THE_RECORD
        return (
            same
            and left.holds(self._release.moment)
            and not any(problem.code in once for problem in left.last.diagnostics)
        )

    def _books(self) -> Books:
        if recovered(self.output):
            self.tell("Bringing to its end a build that was ended half-way")
        return opened(self.store, self.output)

    def _finish(self, searched: Sequence[str], assets: Sequence[Asset]) -> Finish:
        pagefind = None
        if self.options.search:
            from generator.search import find_pagefind  # noqa: PLC0415 -- all of it is for the search

            named = self.site.pagefind
            pagefind = find_pagefind(named and str(self.folder / named))
        means = self.means
        return Finish(
            folder=self.folder,
            output=self.output,
            site=self.site,
            theme=self.theme,
            searched=searched,
            pagefind=pagefind,
            assets=assets,
            store=self.store,
            cache=means.cache,
            workers=means.workers,
            tell=self.tell,
        )


def _after(last: Last, done: Done) -> Last:
    return last.after(len(done.written), len(done.unchanged), len(done.removed))


def _leaks(
    examined: Examined, theme: Theme, output: Path, files: Mapping[str, Content]
) -> tuple[Diagnostic, ...]:
    """What the site gives away of documents that are not published."""
    from generator.leaks import leaks_in  # noqa: PLC0415 -- most builds publish every document
    from generator.search import contents_of, stems_among  # noqa: PLC0415 -- see above

    packed = ReadBack(files, output)
    unpacked = ReadBack({**files, **contents_of(packed), **dict.fromkeys(theme.assets, b"")}, output)
    indexed = partial(stems_among, packed)
    return leaks_in(unpacked, indexed, examined.archive, examined.sources, examined.absent, theme.said)

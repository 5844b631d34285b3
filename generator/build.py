"""The build on one screen: from a snapshot of the files to a site, and the site to its folder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cached_property, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import __version__
from generator.ahead import ahead
from generator.assemble import Assembled, assemble
from generator.assemble.due import due_after, moments_of
from generator.assemble.known import known_of
from generator.assemble.release import Absent, Release, release_of
from generator.books import closed, opened
from generator.cache import cache_folder
from generator.checks import check
from generator.config import site_of
from generator.errors import PublishError, place_and_reason
from generator.exports import Published, export
from generator.judged import judged_through_time, verdicts_of
from generator.kept import KEPT
from generator.levels import levelled
from generator.making import Making, Planned, PlannedFile, PlannedPage
from generator.memo import Memory
from generator.memo.digests import digest_of
from generator.memo.keeping import DamagedError, Keeping
from generator.memo.program import program
from generator.memo.store import Store
from generator.model.archive import Archive
from generator.model.asset import Asset
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.record import Record
from generator.model.site import Site
from generator.model.verdict import Judged, Verdicts
from generator.offline.worker import wanted_of, worker_files
from generator.pages import plan
from generator.publish import Content, ReadBack, asset_files, publish, refuse_unsafe
from generator.publish import Published as Done
from generator.publish.lock import PATIENCE, held
from generator.publish.recover import recovered
from generator.read.discover import DOCUMENTS, Discovered, EntryKind, InputFile
from generator.read.disk import CONTENT, THEMES
from generator.read.entry import Entry
from generator.read.file import ReadFile, read_file
from generator.read.record import read_record
from generator.read.seen import Seen
from generator.read.settled import discover_settled
from generator.render.theme import Theme, load_theme
from generator.seenbefore import seen_before
from generator.sound import make_sure
from generator.still import Last
from generator.workers import Open

SEARCH = "search"
"""The folder in the cache for what was indexed."""
WHOLE = "No site is left half written: the one before stands, or this one if it was published already."
"""What to say when the machine fails at something other than publishing."""
Tell = Callable[[str], None]
"""Is told the name of each stage as it begins."""


@dataclass(frozen=True, slots=True)
class Options:
    """What to build, beyond what the content says."""

    base_url: str | None = None
    as_of: date | datetime | None = None
    """A day (its end) or a moment with zone: decides embargo and expiry, and leaves out later documents."""
    now: datetime | None = None
    """Decides embargo and expiry where there is no `as_of`; without either an embargo holds."""
    drafts: bool = False
    """Show drafts and embargoed documents."""
    strict: bool = False
    """Let warnings keep the site from being published, too."""
    search: bool = True
    record: Path | None = None
    """The record of the build before, if there is one: compared with once the site has a public address."""
    since: Path | None = None
    """The record of an earlier build that is to be compared with in any case, in place of `record`."""


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
class Remembered:
    """What one run leaves to the next in the same process."""

    seen: Seen[InputFile] = field(default_factory=Seen)
    assets: Seen[Asset | Diagnostic] = field(default_factory=Seen)
    memory: Memory = field(default_factory=Memory)
    keeping: Keeping | None = None
    """What outlives the process."""
    workers: Open | None = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """The archive, judged, before anything but the form of its files is checked."""

    archive: Archive
    verdicts: Verdicts
    settings: Entry | None
    """site.yaml, if there is one that can be read."""
    assembled: Assembled
    problems: tuple[Diagnostic, ...]
    """What keeps files, or parts of them, out of the archive."""
    release: Release


@dataclass(frozen=True)
class Examined:
    """The archive, judged, with everything that is wrong with it."""

    archive: Archive
    verdicts: Verdicts
    diagnostics: tuple[Diagnostic, ...]
    memory: Memory = field(default_factory=Memory, repr=False)
    sources: tuple[ReadFile, ...] = field(default=(), repr=False)
    """The files that the archive was put together of."""
    absent: tuple[Absent, ...] = field(default=(), repr=False)
    """The documents that are not published."""

    @cached_property
    def judged(self) -> Judged:
        """The verdicts, and how each measure came to its own."""
        return judged_through_time(self.archive, self.memory)

    def is_sound(self, *, strict: bool = False) -> bool:
        """Whether it may be published."""
        return not any(strict or problem.severity is Severity.ERROR for problem in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Built:
    """A site that stands in its folder."""

    examined: Examined
    pages: int
    published: Done

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the content, none of which forbids to publish it."""
        return self.examined.diagnostics

    @property
    def files(self) -> tuple[str, ...]:
        """All files of the site."""
        return tuple(sorted((*self.published.written, *self.published.unchanged)))

    @property
    def until(self) -> datetime:
        """The moment from which the same files may make another site."""
        archive = self.examined.archive
        if archive.moment is None:
            return datetime.max.replace(tzinfo=UTC)
        there = (at for document in archive.documents for at in (document.publish_at, document.expires))
        absent = moments_of(one.file for one in self.examined.absent)
        return due_after(archive.moment, (*there, *absent), archive.site.timezone)

    @property
    def last(self) -> Last:
        """What there is to say of it."""
        archive, done = self.examined.archive, self.published
        return Last(
            self.diagnostics,
            self.pages,
            len(archive.documents),
            len(archive.by_day),
            len(archive.facts),
            len(done.unchanged),
            len(done.written),
            len(done.removed),
        )


def examine(folder: Path, options: Options, tell: Tell, before: Remembered | None = None) -> Examined:
    """Discover, read, assemble, judge and check; nothing is written.

    What a run `before` has left is not worked out again where nothing has changed.
    """
    known = before or Remembered()
    with known.memory.run():
        return checked(gathered(folder, options, tell, known), options, known.memory)


def gathered(
    folder: Path, options: Options, tell: Tell, known: Remembered, found: Discovered | None = None
) -> Gathered:
    """Discover, read, assemble and judge; where it is known what would be `found`, discover nothing."""
    tell("Reading")
    memory = known.memory
    found = found or discover_settled(folder, known.seen, known.assets)
    settings = [file for file in found.files if file.kind is EntryKind.SITE]
    described = [memory.remembered(read_file, file, "en").entry for file in settings]
    site = site_of(described[0] if described else None, options.base_url)
    files = [
        memory.remembered(read_file, file, site.language)
        for file in found.files
        if file.kind is not EntryKind.SITE
    ]
    if known.keeping:
        beside = tuple(file for file in files if file.file.kind not in DOCUMENTS)
        written = [file for file in files if file.file.kind in DOCUMENTS]
        things = memory.remembered(known_of, beside)
        ahead(known.keeping, written, things, site.language, known.workers)
    tell("Judging")
    release = release_of(options.as_of, options.now, site.timezone, drafts=options.drafts)
    assembled = assemble(site, files, memory, release, found.assets, found.refused)
    archive = assembled.archive
    verdicts = verdicts_of(archive, memory)
    problems = (
        *found.diagnostics,
        *(problem for entry in described for problem in entry.diagnostics),
        *assembled.diagnostics,
    )
    return Gathered(archive, verdicts, described[0] if described else None, assembled, problems, release)


def checked(gathered: Gathered, options: Options, memory: Memory) -> Examined:
    """What was gathered, with everything that is wrong with it."""
    assembled, archive = gathered.assembled, gathered.archive
    found = check(archive, gathered.verdicts, assembled.places, memory, _earlier(archive.site, options))
    told = levelled((*gathered.problems, *found), gathered.settings, assembled.places.silencing)
    told = tuple(sorted(set(told), key=lambda problem: problem.order))
    return Examined(archive, gathered.verdicts, told, memory, assembled.published, assembled.absent)


def _earlier(site: Site, options: Options) -> Record | None:
    """What readers have seen, as far as is known."""
    return read_record(options.since or (options.record if site.is_public else None))


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
    examined = examine(folder, options, tell, known)
    if not examined.is_sound(strict=options.strict):
        return examined
    archive, site, judged = examined.archive, examined.archive.site, examined.judged
    store.let_go()
    if options.search:
        from generator.indexing import Indexing, indexed, note  # noqa: PLC0415 -- all of it is for the search
        from generator.search import find_pagefind, forget_unused  # noqa: PLC0415 -- see above

        pagefind = find_pagefind(site.pagefind and str(folder / site.pagefind))
    theme = load_theme(site.theme, folder)
    pages = plan(archive, judged)
    addresses = tuple(page.path for page in pages if page.listed)
    published = Published(archive, judged, addresses, __version__, theme.feed_style)
    planned: list[Planned] = [PlannedPage(page, theme, site) for page in pages]
    planned += [PlannedFile(file, addresses, theme.feed_style) for file in export(published)]
    shared = digest_of(program().encode(), theme.digest.encode(), keeping.of(site))
    with held(output, tell, means.patience) as sure:
        if recovered(output):
            tell("Bringing to its end a build that was ended half-way")
        making, books = Making(planned, published, shared, keeping), opened(store, output)
        standing = making.standing(books, output)
        with TemporaryDirectory(prefix="stage-", dir=means.cache) as stage:
            store.mark()
            told = partial(note, store) if options.search else None
            files, ledger = making.made(books, standing, Path(stage), means.workers, tell, told)
            files |= wanted_of(site, theme.assets)
            files |= worker_files(site, theme.assets, ReadBack(files, output).__getitem__)
            index = None
            if options.search:
                tell("Indexing for search")
                kept = (means.cache or Path(stage)) / SEARCH
                indexing = Indexing(site.language, pagefind, kept, store, means.workers)
                index = indexed(pages, files, output, books, indexing)
                files |= index.files
            if examined.absent:
                tell("Looking for leaks")
                if leaks := _leaks(examined, files, output, theme):
                    return replace(examined, diagnostics=(*examined.diagnostics, *leaks))
            tell("Publishing")
            files |= asset_files(archive, folder)
            make_sure(files, output, site, searched=options.search, workers=means.workers)
            done = publish(files, output, sure=sure)
            if index:
                forget_unused(kept, index.bundle)
        closed(store, output, ledger, index.found if index else {}, done.written, books)
        store.write()
        return Built(examined, len(pages), done)


def _leaks(
    examined: Examined, files: Mapping[str, Content], output: Path, theme: Theme
) -> tuple[Diagnostic, ...]:
    """What the site gives away of documents that are not published."""
    from generator.leaks import leaks_in  # noqa: PLC0415 -- most builds publish every document
    from generator.search import contents_of, stems_among  # noqa: PLC0415 -- see above

    packed = ReadBack(files, output)
    unpacked = ReadBack({**files, **contents_of(packed), **dict.fromkeys(theme.assets, b"")}, output)
    indexed = partial(stems_among, packed)
    return leaks_in(unpacked, indexed, examined.archive, examined.sources, examined.absent, theme.said)

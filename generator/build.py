"""The build on one screen: from a snapshot of the files to a site, and the site to its folder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path

from generator import __version__
from generator.assemble import Assembled, assemble
from generator.assemble.release import Absent, Release, release_of
from generator.checks import check
from generator.config import site_of
from generator.exports import Published as Exported
from generator.exports import export
from generator.judged import judged_through_time, verdicts_of
from generator.leaks import leaks_in
from generator.levels import levelled
from generator.memo import Memory
from generator.model.archive import Archive
from generator.model.asset import Asset
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.page import Page
from generator.model.record import Record
from generator.model.site import Site
from generator.model.verdict import Judged, Verdicts
from generator.pages import plan
from generator.publish import Published, asset_files, publish, refuse_unsafe
from generator.read.discover import Discovered, EntryKind, InputFile, discover
from generator.read.entry import Entry
from generator.read.file import ReadFile, read_file
from generator.read.record import read_record
from generator.read.seen import Seen
from generator.render.renderer import render
from generator.render.theme import Theme, load_theme
from generator.search import contents_of, find_pagefind, search_bundle, stems_among

CONTENT, THEMES = "content", "themes"
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
class Remembered:
    """What one run leaves to the next in the same process."""

    seen: Seen[InputFile] = field(default_factory=Seen)
    assets: Seen[Asset | Diagnostic] = field(default_factory=Seen)
    memory: Memory = field(default_factory=Memory)


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
    published: Published


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
    found = found or discover(folder, known.seen, known.assets)
    settings = [file for file in found.files if file.kind is EntryKind.SITE]
    described = [memory.remembered(read_file, file, "en").entry for file in settings]
    site = site_of(described[0] if described else None, options.base_url)
    files = [
        memory.remembered(read_file, file, site.language)
        for file in found.files
        if file.kind is not EntryKind.SITE
    ]
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
    told = levelled((*gathered.problems, *found), gathered.settings, assembled.places.entries)
    told = tuple(sorted(set(told), key=lambda problem: problem.order))
    return Examined(archive, gathered.verdicts, told, memory, assembled.published, assembled.absent)


def _earlier(site: Site, options: Options) -> Record | None:
    """What readers have seen, as far as is known."""
    return read_record(options.since or (options.record if site.is_public else None))


def build(folder: Path, output: Path, options: Options, tell: Tell) -> Built | Examined:
    """The whole way from files to a published site; what was examined, if its mistakes forbid that."""
    refuse_unsafe(output, folder / CONTENT, folder / THEMES)
    examined = examine(folder, options, tell)
    if not examined.is_sound(strict=options.strict):
        return examined
    archive, site = examined.archive, examined.archive.site
    pagefind = find_pagefind(site.pagefind and str(folder / site.pagefind)) if options.search else ()
    theme = load_theme(site.theme, folder)
    pages = plan(archive, examined.judged)
    tell(f"Rendering {len(pages)} pages")
    rendered = {page.file: render(theme, site, __version__, page) for page in pages}
    files: dict[str, bytes] = {**rendered, **theme.assets}
    listed = [page.path for page in pages if page.listed]
    files |= {
        file.path: file.content for file in export(Exported(archive, examined.judged, listed, __version__))
    }
    if options.search:
        tell("Indexing for search")
        files |= search_bundle(_indexed(pages, rendered), site.language, pagefind, output)
    if examined.absent:
        tell("Looking for leaks")
        if leaks := _leaks(examined, files, theme):
            return replace(examined, diagnostics=(*examined.diagnostics, *leaks))
    tell("Publishing")
    return Built(examined, len(pages), publish(files | asset_files(archive, folder), output))


def _leaks(examined: Examined, files: Mapping[str, bytes], theme: Theme) -> tuple[Diagnostic, ...]:
    """What the site gives away of documents that are not published."""
    templates = sorted(path for path in theme.templates.rglob("*") if path.is_file())
    said = (*theme.assets.values(), *(path.read_bytes() for path in templates))
    unpacked = {**files, **contents_of(files)} | dict.fromkeys(theme.assets, b"")
    indexed = partial(stems_among, files)
    return leaks_in(unpacked, indexed, examined.archive, examined.sources, examined.absent, said)


def _indexed(pages: tuple[Page, ...], rendered: Mapping[str, bytes]) -> dict[str, bytes]:
    return {page.file: rendered[page.file] for page in pages if page.searched}

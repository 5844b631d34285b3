"""The archive examined: from a snapshot of the files to all that is said and wrong in them."""

from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from generator.ahead import ahead
from generator.asked import Options, Remembered, Tell
from generator.assemble import Assembled, assemble
from generator.assemble.due import due_after, moments_of
from generator.assemble.known import known_of
from generator.assemble.release import Absent, Release, release_of
from generator.checks.all import check
from generator.config import site_of
from generator.judged import judged_through_time, verdicts_of
from generator.levels import levelled
from generator.memo import Memory
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.record import Record
from generator.model.site import Site
from generator.model.verdict import Judged, Verdicts
from generator.read.discover import DOCUMENTS, Discovered, EntryKind
from generator.read.entry import Entry
from generator.read.file import ReadFile, read_file
from generator.read.record import read_record
from generator.read.settled import discover_settled


class Gathered(Struct, frozen=True):
    """The archive, judged, before anything but the form of its files is checked."""

    archive: Archive
    verdicts: Verdicts
    settings: Entry | None
    """site.yaml, if there is one that can be read."""
    assembled: Assembled
    problems: tuple[Diagnostic, ...]
    """What keeps files, or parts of them, out of the archive."""
    release: Release


class Examined(Struct, frozen=True, dict=True):
    """The archive, judged, with everything that is wrong with it."""

    archive: Archive
    verdicts: Verdicts
    diagnostics: tuple[Diagnostic, ...]
    memory: Memory
    assembled: Assembled
    release: Release

    @property
    def sources(self) -> tuple[ReadFile, ...]:
        """The files that the archive was put together of."""
        return self.assembled.published

    @property
    def absent(self) -> tuple[Absent, ...]:
        """The documents that are not published."""
        return self.assembled.absent

    @cached_property
    def judged(self) -> Judged:
        """The verdicts, and how each measure came to its own."""
        return judged_through_time(self.archive, self.memory)

    def is_sound(self, *, strict: bool = False) -> bool:
        """Whether it may be published."""
        return not any(strict or problem.severity is Severity.ERROR for problem in self.diagnostics)

    @property
    def until(self) -> datetime:
        """The moment from which the same files may make another site."""
        archive = self.archive
        if archive.moment is None:
            return datetime.max.replace(tzinfo=UTC)
        there = (at for document in archive.documents for at in (document.publish_at, document.expires))
        absent = moments_of(one.file for one in self.absent)
        return due_after(archive.moment, (*there, *absent), archive.site.timezone)


def examine(
    folder: Path,
    options: Options,
    tell: Tell,
    before: Remembered | None = None,
    found: Discovered | None = None,
) -> Examined:
    """Discover, read, assemble, judge and check; nothing is written.

    What a run `before` has left is not worked out again where nothing has changed, and where it is known what
    would be `found` nothing is discovered.
    """
    known = before or Remembered()
    with known.memory.run():
        return checked(gathered(folder, options, tell, known, found), options, known.memory)


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
    return Examined(archive, gathered.verdicts, told, memory, assembled, gathered.release)


def _earlier(site: Site, options: Options) -> Record | None:
    """What readers have seen, as far as is known."""
    return read_record(options.since or (options.record if site.is_public else None))

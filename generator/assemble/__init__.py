"""From files, each read for itself, to the archive: every reference resolved or reported."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.assemble.documents import document_of
from generator.assemble.known import ids_without_content, known_of
from generator.assemble.links import with_sound_links
from generator.assemble.places import Places
from generator.assemble.release import Absence, Absent, Release, absence_of, shown_in
from generator.assemble.textlinks import with_links
from generator.assemble.texts import texts_of
from generator.memo import Memory
from generator.model.archive import Archive
from generator.model.asset import Asset
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.site import Site
from generator.read.discover import DOCUMENTS
from generator.read.file import ReadFile


@dataclass(frozen=True, slots=True)
class Assembled:
    """The archive, where each of its parts is written, and what could not be put together."""

    archive: Archive
    places: Places
    diagnostics: tuple[Diagnostic, ...]
    published: tuple[ReadFile, ...]
    """The files of which it was put together, by path."""
    absent: tuple[Absent, ...]
    """The documents that are left out, by path."""


def assemble(
    site: Site,
    files: Iterable[ReadFile],
    memory: Memory,
    release: Release,
    assets: Iterable[Asset] = (),
    refused: Iterable[str] = (),
) -> Assembled:
    """Put the archive together from what could be read of it.

    What the release leaves out has no part in it. A file that could not be read is missing from it, too, as
    are `refused` assets; references to them are not reported a second time.
    """
    read = sorted(files, key=lambda file: file.entry.file.path)
    absences = [(file, absence_of(file, release)) for file in read]
    kept = [file for file, why in absences if why is None]
    absent = tuple(Absent(file, why) for file, why in absences if why is not None)
    known = memory.remembered(known_of, tuple(file for file in kept if file.entry.file.kind not in DOCUMENTS))
    written = [file for file in kept if file.entry.file.kind in DOCUMENTS]
    placed = [memory.remembered(document_of, file, known, site.language) for file in written]
    documents, problems = with_sound_links(
        (shown_in(release, one.document) for one in placed if one.document),
        written,
        ids_without_content(written, *DOCUMENTS),
        absent,
        release.last_day,
    )
    archive = Archive(
        site,
        tuple(sorted(documents, key=lambda document: (document.day, document.id))),
        known.actors,
        known.sources,
        known.topics,
        {asset.file: asset for asset in assets},
        moment=release.moment,
        today=release.today,
    )
    unreadable = {file.entry.file.path for file in kept} - {file for file, _ in texts_of(archive)}
    archive = with_links(archive, absent, unreadable, refused, memory)
    return Assembled(
        archive,
        Places(kept, (one.file for one in absent)),
        (
            *(problem for file in kept for problem in file.entry.diagnostics),
            *known.diagnostics,
            *(problem for one in placed for problem in one.diagnostics),
            *problems,
            *(problem for one in absent for problem in _told_of(one)),
        ),
        tuple(kept),
        absent,
    )


def _told_of(absent: Absent) -> tuple[Diagnostic, ...]:
    """What is wrong with the form of a file that is left out.

    A draft may be unfinished: its mistakes keep nothing from being published. What is under embargo goes out
    by itself one day, so it must be right. Who looks back does not care how the archive went on.
    """
    told = absent.file.entry.diagnostics
    match absent.why:
        case Absence.LATER:
            return ()
        case Absence.DRAFT:
            return tuple(replace(problem, severity=Severity.WARNING) for problem in told)
    return told

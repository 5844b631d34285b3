"""From files, each read for itself, to the archive: every reference resolved or reported."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from generator.assemble import documents
from generator.assemble.documents import document_of
from generator.assemble.known import Known, known_of
from generator.assemble.links import with_sound_links
from generator.assemble.places import Places
from generator.assemble.release import Absence, Absent, Release, absence_of, shown_in
from generator.assemble.textlinks import with_links
from generator.memo import Memory
from generator.memo.row import Row, each
from generator.model.archive import Archive
from generator.model.asset import Asset
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.document import Document
from generator.model.prose import Prose
from generator.model.site import Site
from generator.read.discover import DOCUMENTS
from generator.read.file import ReadFile
from generator.read.form import form_of


class Assembled(Struct, frozen=True):
    """The archive, where each of its parts is written, and what could not be put together."""

    archive: Archive
    places: Places
    diagnostics: tuple[Diagnostic, ...]
    published: tuple[ReadFile, ...]
    """The files of which it was put together, by path."""
    absent: tuple[Absent, ...]
    """The documents that are left out, by path."""
    known: Known
    """What documents refer to, as its files say it."""
    placed: Row[documents.Assembled]
    """Each document as its file says it, before it is known where its references and links lead."""


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
    read = sorted(files, key=lambda file: file.file.path)
    forms = each(memory, form_of, read)
    # Equal releases are the same one, so that nothing is decided again while they are.
    release = memory.remembered(Release, release.moment, release.today, release.last_day, release.drafts)
    why = each(memory, absence_of, forms, by=(release,), plain=True)
    kept = [file for file, absence in zip(read, why, strict=True) if absence is None]
    kept_forms = [form for form, absence in zip(forms, why, strict=True) if absence is None]
    absent = each(
        memory,
        Absent,
        [file for file, absence in zip(read, why, strict=True) if absence],
        [absence for absence in why if absence],
        plain=True,
    )
    known = memory.remembered(known_of, tuple(file for file in kept if file.file.kind not in DOCUMENTS))
    written = [file for file in kept if file.file.kind in DOCUMENTS]
    written_forms = [form for file, form in zip(kept, kept_forms, strict=True) if file.file.kind in DOCUMENTS]
    placed = each(memory, document_of, written, by=(known, site.language))
    shown = each(memory, _shown, placed, by=(release,))
    sound = with_sound_links(
        [document for document in shown if document],
        written,
        written_forms,
        absent,
        memory,
        release.last_day,
    )
    ids = each(memory, _id, shown, plain=True)
    archive = Archive(
        site,
        _in_order(sound.documents, memory),
        known.actors,
        known.sources,
        known.topics,
        memory.remembered(_by_id, ids, each(memory, _text, placed)),
        memory.remembered(_by_file, tuple(assets)),
        moment=release.moment,
        today=release.today,
    )
    archive = with_links(archive, absent, _unreadable(kept, written, shown, known), refused, memory)
    return Assembled(
        archive,
        Places(kept, (one.file for one in absent), kept_forms),
        (
            *(problem for form in kept_forms for problem in form.diagnostics),
            *known.diagnostics,
            *(problem for one in placed for problem in one.diagnostics),
            *sound.diagnostics,
            *(problem for one in absent for problem in _told_of(one)),
        ),
        tuple(kept),
        absent.members,
        known,
        placed,
    )


def _shown(placed: documents.Assembled, release: Release) -> Document | None:
    return shown_in(release, placed.document) if placed.document else None


def _id(document: Document | None) -> str | None:
    return document.id if document else None


def _text(placed: documents.Assembled) -> Prose:
    return placed.text


def _by_id(ids: Row[str | None], texts: Row[Prose]) -> dict[str, Prose]:
    return {id: text for id, text in zip(ids, texts, strict=True) if id}


def _in_order(found: Row[Document], memory: Memory) -> tuple[Document, ...]:
    """Documents by day, then id; sorted anew only when one has another day or id."""
    order = memory.remembered(_order, each(memory, _place, found, plain=True))
    return tuple(map(found.__getitem__, order))


def _place(document: Document) -> tuple[date, str]:
    return (document.day, document.id)


def _order(places: Row[tuple[date, str]]) -> tuple[int, ...]:
    return tuple(sorted(range(len(places)), key=places.__getitem__))


def _by_file(assets: tuple[Asset, ...]) -> dict[str, Asset]:
    return {asset.file: asset for asset in assets}


def _unreadable(
    kept: Iterable[ReadFile], written: Iterable[ReadFile], shown: Iterable[Document | None], known: Known
) -> frozenset[str]:
    """The paths of files of which there is nothing in the archive."""
    there = {one.file for things in (known.actors, known.sources, known.topics) for one in things.values()}
    beside = (file.file.path for file in kept if file.file.kind not in DOCUMENTS)
    lost = (file.file.path for file, document in zip(written, shown, strict=True) if document is None)
    return frozenset((*(path for path in beside if path not in there), *lost))


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

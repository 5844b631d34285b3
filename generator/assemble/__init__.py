"""From files, each read for itself, to the archive: every reference resolved or reported."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.assemble.documents import document_of, is_left_out
from generator.assemble.known import ids_without_content, known_of
from generator.assemble.links import with_sound_links
from generator.assemble.places import Places
from generator.memo import Memory
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.site import Site
from generator.read.discover import DOCUMENTS
from generator.read.file import ReadFile


@dataclass(frozen=True, slots=True)
class Assembled:
    """The archive, where each of its parts is written, and what could not be put together."""

    archive: Archive
    places: Places
    diagnostics: tuple[Diagnostic, ...]


def assemble(
    site: Site,
    files: Iterable[ReadFile],
    memory: Memory,
    *,
    drafts: bool = False,
    as_of: date | None = None,
) -> Assembled:
    """Put the archive together from what could be read of it.

    Drafts are left out unless `drafts`; documents of a later day than `as_of` are left out. A file that
    could not be read is missing from the archive; references to it are not reported a second time.
    """
    read = sorted(files, key=lambda file: file.entry.file.path)
    kept = [file for file in read if not is_left_out(file, drafts=drafts, as_of=as_of)]
    left_out = frozenset(file.entry.file.id for file in read) - frozenset(file.entry.file.id for file in kept)
    known = memory.remembered(known_of, tuple(file for file in kept if file.entry.file.kind not in DOCUMENTS))
    written = [file for file in kept if file.entry.file.kind in DOCUMENTS]
    placed = [memory.remembered(document_of, file, known, site.language) for file in written]
    documents, problems = with_sound_links(
        (one.document for one in placed if one.document),
        written,
        ids_without_content(written, *DOCUMENTS),
        left_out,
        as_of,
    )
    archive = Archive(
        site,
        tuple(sorted(documents, key=lambda document: (document.day, document.id))),
        known.actors,
        known.sources,
        known.topics,
    )
    return Assembled(
        archive,
        Places(kept),
        (
            *(problem for file in kept for problem in file.entry.diagnostics),
            *known.diagnostics,
            *(problem for one in placed for problem in one.diagnostics),
            *problems,
        ),
    )

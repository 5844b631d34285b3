"""From files, each read for itself, to the archive: every reference resolved or reported."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.assemble.actors import actors_of, related
from generator.assemble.documents import documents_of, is_left_out
from generator.assemble.links import with_sound_links
from generator.assemble.places import Places
from generator.assemble.references import References
from generator.assemble.sources import sources_of
from generator.assemble.topics import topics_of
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.site import Site
from generator.read.discover import EntryKind
from generator.read.file import ReadFile
from generator.read.mentions import AliasIndex


@dataclass(frozen=True, slots=True)
class Assembled:
    """The archive, where each of its parts is written, and what could not be put together."""

    archive: Archive
    places: Places
    diagnostics: tuple[Diagnostic, ...]


def assemble(
    site: Site, files: Iterable[ReadFile], *, drafts: bool = False, as_of: date | None = None
) -> Assembled:
    """Put the archive together from what could be read of it.

    Drafts are left out unless `drafts`; documents of a later day than `as_of` are left out. A file that
    could not be read is missing from the archive; references to it are not reported a second time.
    """
    read = sorted(files, key=lambda file: file.entry.file.path)
    kept = [file for file in read if not is_left_out(file, drafts=drafts, as_of=as_of)]
    topics, sources, named = topics_of(kept), sources_of(kept), actors_of(kept)
    references = References(
        index=AliasIndex(named.values()),
        sources=sources,
        measures={measure.id: measure for topic in topics.values() for measure in topic.measures},
        unreadable=_ids_without_content(kept),
        problems=[],
    )
    actors = related(named, kept, references)
    speaks_for = {actor.id: actor.speaks_for for actor in actors.values()}
    documents = documents_of(site, kept, references, speaks_for)
    left_out = frozenset(file.entry.file.id for file in read) - frozenset(file.entry.file.id for file in kept)
    documents = with_sound_links(documents, kept, references, left_out, as_of)
    archive = Archive(site, documents, actors, sources, topics)
    problems = [problem for file in kept for problem in file.entry.diagnostics]
    return Assembled(archive, Places(kept), (*problems, *references.problems))


def _ids_without_content(files: Iterable[ReadFile]) -> dict[EntryKind, frozenset[str]]:
    """By kind: the ids of files that are there but could not be read."""
    broken: dict[EntryKind, set[str]] = {kind: set() for kind in EntryKind}
    for file in files:
        if file.entry.written is None:
            broken[file.entry.file.kind].add(file.entry.file.id)
    return {kind: frozenset(ids) for kind, ids in broken.items()}

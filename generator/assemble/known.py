"""Everything that documents refer to: actors, sources and measures."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from generator.assemble.actors import actors_of, related
from generator.assemble.references import References
from generator.assemble.sources import sources_of
from generator.assemble.topics import topics_of
from generator.model.actor import Actor
from generator.model.diagnostic import Diagnostic
from generator.model.source import Source
from generator.model.topic import Measure, Topic
from generator.read.discover import DOCUMENTS, EntryKind
from generator.read.file import ReadFile
from generator.read.mentions import AliasIndex


class Known(Struct, frozen=True):
    """What the files beside the documents say, with every reference between them resolved."""

    actors: Mapping[str, Actor]
    sources: Mapping[str, Source]
    topics: Mapping[str, Topic]
    measures: Mapping[str, Measure]
    index: AliasIndex
    unreadable: Mapping[EntryKind, frozenset[str]]
    """By kind: the ids of files that are there but could not be read."""
    diagnostics: tuple[Diagnostic, ...]

    @property
    def speaks_for(self) -> Mapping[str, str | None]:
        """Whose claims an actor's are, by the actor's id."""
        return {actor.id: actor.speaks_for for actor in self.actors.values()}

    @property
    def references(self) -> References:
        """A fresh look at what can be referred to, without problems so far."""
        return References(self.index, self.sources, self.measures, self.unreadable, problems=[])


def known_of(files: tuple[ReadFile, ...]) -> Known:
    """What can be known of actors, sources and topics from their files."""
    topics, sources, named = topics_of(files), sources_of(files), actors_of(files)
    measures = {measure.id: measure for topic in topics.values() for measure in topic.measures}
    index = AliasIndex(named.values())
    unreadable = {kind: ids_without_content(files, kind) for kind in EntryKind if kind not in DOCUMENTS}
    references = References(index, sources, measures, unreadable, problems=[])
    actors = related(named, files, references)
    return Known(actors, sources, topics, measures, index, unreadable, tuple(references.problems))


def ids_without_content(files: Iterable[ReadFile], *kinds: EntryKind) -> frozenset[str]:
    """The ids of files of some kinds that are there but could not be read."""
    return frozenset(
        file.entry.file.id for file in files if file.entry.written is None and file.entry.file.kind in kinds
    )

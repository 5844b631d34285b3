"""What an archive has already: the names that a new file may refer to."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from generator.assemble.topics import measure_of
from generator.model.topic import Measure
from generator.model.written.actor import WrittenActor
from generator.model.written.document import WrittenDocument
from generator.model.written.site import WrittenSite
from generator.model.written.source import WrittenSource
from generator.model.written.topic import WrittenTopic
from generator.read.discover import DOCUMENTS, EntryKind, InputFile
from generator.read.entry import read_entry

NEWEST = 300
"""Documents whose facts are read for suggestions; nobody scrolls further back in a menu."""


class Named(Struct, frozen=True):
    """Something with an id and names: a source, an actor."""

    id: str
    name: str
    other_names: tuple[str, ...] = ()
    is_a: str = ""
    """Its kind, in the words of its file."""

    @property
    def names(self) -> tuple[str, ...]:
        """The id, the name and all aliases, each once."""
        return tuple(dict.fromkeys((self.id, self.name, *self.other_names)))


class Known(Struct, frozen=True):
    """The names of an archive. Files with mistakes are known by their id alone."""

    language: str = "en"
    timezone: str = "UTC"
    sources: tuple[Named, ...] = ()
    actors: tuple[Named, ...] = ()
    measures: tuple[Measure, ...] = ()
    facts: tuple[str, ...] = ()
    """Ids of the facts of the newest documents, newest document first."""
    rules: Mapping[str, str] = field(default_factory=dict)
    """What each rule says that may be silenced or given another level, by its code."""
    files: Mapping[tuple[EntryKind, str], str] = field(default_factory=dict)
    """The path of each file by its kind and id."""

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of all documents; as they begin with a day, the newest first."""
        return tuple(sorted((id_ for kind, id_ in self.files if kind in DOCUMENTS), reverse=True))

    def holder(self, kind: EntryKind, id_: str) -> str | None:
        """The path of the file that has this id, if one does; articles and summaries share their ids."""
        kinds = DOCUMENTS if kind in DOCUMENTS else {kind}
        return next((path for (of, taken), path in self.files.items() if of in kinds and taken == id_), None)


def known_of(files: Iterable[InputFile], *, facts: bool = False) -> Known:
    """The names of an archive; its documents are opened only where their `facts` are wanted."""
    found = sorted(files, key=lambda file: (file.kind, file.id))
    written = [
        (file.id, read_entry(file).written)
        for file in (*(file for file in found if file.kind not in DOCUMENTS), *_newest(found, facts=facts))
    ]
    site = next((typed for _, typed in written if isinstance(typed, WrittenSite)), None)
    return Known(
        language=site.language if site else "en",
        timezone=site.timezone if site else "UTC",
        sources=tuple(
            Named(id_, typed.name, (), typed.kind)
            for id_, typed in written
            if isinstance(typed, WrittenSource)
        ),
        actors=tuple(
            Named(id_, typed.name, typed.aliases, typed.kind)
            for id_, typed in written
            if isinstance(typed, WrittenActor)
        ),
        measures=tuple(
            measure_of(id_, key, measure)
            for id_, typed in written
            if isinstance(typed, WrittenTopic)
            for key, measure in typed.measures.items()
        ),
        facts=tuple(
            f"{id_}#{fact.key}"
            for id_, typed in written
            if isinstance(typed, WrittenDocument)
            for fact in typed.facts
        ),
        files={(file.kind, file.id): file.path for file in found},
    )


def _newest(files: list[InputFile], *, facts: bool) -> list[InputFile]:
    documents = sorted((file for file in files if file.kind in DOCUMENTS), key=lambda file: file.id)
    return documents[::-1][:NEWEST] if facts else []

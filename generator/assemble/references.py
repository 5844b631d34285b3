"""From what an author typed to the thing that is meant: an actor, a source, a measure."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from generator.model.diagnostic import Diagnostic
from generator.model.nearest import folded, nearest
from generator.model.source import Source
from generator.model.topic import Measure
from generator.read.discover import EntryKind
from generator.read.entry import Entry
from generator.read.mentions import AliasIndex

Path = tuple[str | int, ...]


class References(Struct, frozen=True):
    """All that can be referred to; what is not found goes to `problems`, once."""

    index: AliasIndex
    sources: Mapping[str, Source]
    measures: Mapping[str, Measure]
    unreadable: Mapping[EntryKind, frozenset[str]]
    """Ids of files that are there but have mistakes of their own; a reference to one is no second mistake."""
    problems: list[Diagnostic]

    def actor(self, entry: Entry, path: Path, typed: str) -> str | None:
        """The actor with this id, name or alias."""
        found = self.index.resolve(typed)
        if found is None and typed not in self.unreadable[EntryKind.ACTOR]:
            ambiguous = self.index.ambiguous.items()
            holders = next((ids for name, ids in ambiguous if folded(name) == folded(typed)), ())
            if holders:
                message = f'"{typed}" may be {" or ".join(holders)}'
                self.problems.append(
                    entry.problem("ambiguous-actor", path, message, f"write the id: {holders[0]}")
                )
            else:
                message = f'no actor has the id or alias "{typed}"'
                self._missing(entry, path, "unknown-actor", message, typed, self.index.known, "actors")
        return found

    def source(self, entry: Entry, path: Path, typed: str) -> str | None:
        """The source with this id or name."""
        if typed in self.sources:
            return typed
        by_name = {source.name.casefold(): source.id for source in self.sources.values()}
        if (found := by_name.get(typed.casefold())) or typed in self.unreadable[EntryKind.SOURCE]:
            return found
        known = [*self.sources, *(source.name for source in self.sources.values())]
        message = f'no source has the id or name "{typed}"'
        self._missing(entry, path, "unknown-source", message, typed, known, "sources")
        return None

    def measure(self, entry: Entry, path: Path, typed: str) -> Measure | None:
        """The measure with this id."""
        topic, _, key = typed.partition("/")
        if typed not in self.measures and topic not in self.unreadable[EntryKind.TOPIC]:
            beside = {measure.key: measure.id for measure in self.measures.values() if measure.topic == topic}
            hint = f"add it to content/topics/{topic}.md"
            if beside:
                message = f'the topic "{topic}" has no measure "{key}"'
                meant = beside.get(nearest(key, beside) or "")
            else:
                message = f'no topic has the id "{topic}"'
                meant = nearest(typed, self.measures)
            advice = f'did you mean "{meant}"?' if meant else hint
            self.problems.append(entry.problem("unknown-measure", path, message, advice))
        return self.measures.get(typed)

    def _missing(
        self,
        entry: Entry,
        path: Path,
        code: str,
        message: str,
        typed: str,
        known: Iterable[str],
        folder: str,
    ) -> None:
        meant = nearest(typed, known)
        advice = f'did you mean "{meant}"?' if meant else f"make a file for it in content/{folder}/"
        self.problems.append(entry.problem(code, path, message, advice))

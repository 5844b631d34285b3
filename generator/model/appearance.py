"""How an actor appears in the archive as a whole, and who appears in a topic."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from generator.model import paging
from generator.model.document import Document
from generator.model.rhythm import NEVER, Rhythm, rhythm_of


class Appearance(Struct, frozen=True):
    """The counts of one actor, small however often it is named."""

    documents: int
    """In which it takes part."""
    days: int
    """On which there are such documents."""
    last: date | None
    """The newest of them."""
    years: tuple[int, ...]
    topics: tuple[str, ...]
    """Ids of the topics of these documents, sorted; of very many those with the most documents."""
    figures: int
    """Of which it is the origin."""
    beside: tuple[tuple[str, int], ...]
    """The actors in the same documents, with the number of these; the most frequent first, then by name."""
    others: int
    """How many actors more take part beside it."""
    rhythm: Rhythm = NEVER
    """Its documents over time."""


NOWHERE = Appearance(0, 0, None, (), (), 0, (), 0)


def appearances_in(documents: Iterable[Document], names: Mapping[str, str]) -> dict[str, Appearance]:
    """Each actor that takes part in one of the documents, or is the origin of a figure; `names` by id."""
    found: defaultdict[str, _Tally] = defaultdict(_Tally)
    for document in documents:
        told = {fact.measure.partition("/")[0] for fact in document.facts}
        for actor in document.actors:
            found[actor].add(document, told)
        for fact in document.facts:
            if fact.origin:
                found[fact.origin].figures += 1
    return {actor: found[actor].appearance(actor, names) for actor in sorted(found)}


class _Tally:
    """The counts of one actor while they grow. Plain dictionaries, for they grow with every document."""

    def __init__(self) -> None:
        self.days: dict[date, int] = {}
        self.topics: dict[str, int] = {}
        self.beside: dict[str, int] = {}
        self.figures = 0

    def add(self, document: Document, topics: Iterable[str]) -> None:
        self.days[document.day] = self.days.get(document.day, 0) + 1
        for topic in topics:
            self.topics[topic] = self.topics.get(topic, 0) + 1
        beside = self.beside
        for actor in document.actors:
            beside[actor] = beside.get(actor, 0) + 1

    def appearance(self, actor: str, names: Mapping[str, str]) -> Appearance:
        self.beside.pop(actor, None)
        most, others = _most(self.beside, names)
        topics = sorted(self.topics.items(), key=lambda item: (-item[1], item[0]))
        return Appearance(
            documents=sum(self.days.values()),
            days=len(self.days),
            last=max(self.days, default=None),
            years=tuple(sorted({day.year for day in self.days})),
            topics=tuple(sorted(topic for topic, _ in topics[: paging.LIMITS.facets])),
            figures=self.figures,
            beside=most,
            others=others,
            rhythm=rhythm_of(self.days),
        )


class Cast(Struct, frozen=True):
    """The actors of a topic, and its documents over time."""

    actors: tuple[tuple[str, int], ...]
    """With the number of documents; the most frequent first, then by name."""
    others: int
    """How many more there are."""
    rhythm: Rhythm = NEVER
    """The documents of the topic over time."""


def casts_in(documents: Mapping[str, Sequence[Document]], names: Mapping[str, str]) -> dict[str, Cast]:
    """The actors of the documents of each topic; `names` of actors by id."""
    return {
        topic: Cast(
            *_most(Counter(actor for document in told for actor in document.actors), names),
            rhythm_of(Counter(document.day for document in told)),
        )
        for topic, told in documents.items()
    }


def _most(counted: Mapping[str, int], names: Mapping[str, str]) -> tuple[tuple[tuple[str, int], ...], int]:
    """The most frequent actors, then by name, and how many are left out."""
    ranked = sorted(counted.items(), key=lambda item: (-item[1], names[item[0]]))
    most = paging.LIMITS.beside
    return tuple(ranked[:most]), max(len(ranked) - most, 0)

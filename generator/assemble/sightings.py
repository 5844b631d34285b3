"""The facts of each measure, followed from one archive to the next."""

from collections.abc import Iterable

from generator.memo.row import edges_of
from generator.model.document import Document
from generator.model.fact import Fact
from generator.model.topic import Measure


class Sightings:
    """The facts of the measures, in the order of the documents; of a measure about which nothing is new they
    are the very same tuple as before."""

    def __init__(self) -> None:
        self._documents: tuple[Document, ...] = ()
        self._by_measure: dict[str, tuple[Fact, ...]] = {}
        self._of: dict[tuple[str, ...], tuple[Fact, ...]] = {}

    def follow(self, documents: tuple[Document, ...]) -> None:
        """Take these documents for those there are."""
        before, self._documents = self._documents, documents
        start, end = edges_of(before, documents)
        others = (*before[start : len(before) - end], *documents[start : len(documents) - end])
        found: dict[str, list[Fact]] = {fact.measure: [] for document in others for fact in document.facts}
        if not found:
            return
        for document in documents:
            for fact in document.facts:
                if fact.measure in found:
                    found[fact.measure].append(fact)
        self._by_measure |= {measure: tuple(facts) for measure, facts in found.items()}
        self._of = {
            measures: facts for measures, facts in self._of.items() if found.keys().isdisjoint(measures)
        }

    def of(self, family: Iterable[Measure]) -> tuple[Fact, ...]:
        """The facts of some measures, one measure after the other."""
        measures = tuple(measure.id for measure in family)
        if measures not in self._of:
            facts = (fact for measure in measures for fact in self._by_measure.get(measure, ()))
            self._of[measures] = tuple(facts)
        return self._of[measures]

"""How the figures of a source fared: first, alone, stale, contested."""

from dataclasses import dataclass

from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.verdict import FindingName, Judged


@dataclass(frozen=True, slots=True)
class SourceTally:
    """Counts of the figures that a source printed."""

    figures: int = 0
    first: int = 0
    """No other source had this figure of this origin on an earlier day."""
    alone: int = 0
    """No other source printed anything for the measure."""
    stale: int = 0
    contested: int = 0


def tallies_of(archive: Archive, judged: Judged) -> dict[str, SourceTally]:
    """The tally of every source, by its id."""
    printed: dict[str, list[Fact]] = {}
    first: dict[tuple[str, str | None, str], Fact] = {}
    sources_of: dict[str, set[str]] = {}
    for fact in archive.facts:
        printed.setdefault(fact.source, []).append(fact)
        sources_of.setdefault(fact.measure, set()).add(fact.source)
        key = _figure(fact)
        if key not in first or fact.published < first[key].published:
            first[key] = fact
    return {
        source: SourceTally(
            figures=len(facts),
            first=sum(fact.published == first[_figure(fact)].published for fact in facts),
            alone=sum(len(sources_of[fact.measure]) == 1 for fact in facts),
            stale=_having(facts, judged, FindingName.STALE),
            contested=_having(facts, judged, FindingName.CONTESTED),
        )
        for source in archive.sources
        for facts in (printed.get(source, []),)
    }


def _figure(fact: Fact) -> tuple[str, str | None, str]:
    return (fact.measure, fact.origin, str(fact.printed))


def _having(facts: list[Fact], judged: Judged, name: FindingName) -> int:
    return sum(
        any(finding.name is name for finding in judged.now[fact.measure].about(fact.id)) for fact in facts
    )

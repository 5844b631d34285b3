"""How the figures of each source fared in one measure, and those of one source in all."""

from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.verdict import FindingName, Judged, Verdict
from generator.pages.parts.sourcetally import SourceTally
from generator.pages.shared import shared


def record_of(archive: Archive, judged: Judged, source: str) -> SourceTally:
    """The counts of the figures of a source, measure by measure."""
    measures = archive.measures_in.get(source, ())
    found = [
        tally for measure in measures for name, tally in fared_in(archive, judged, measure) if name == source
    ]
    return SourceTally(
        figures=sum(tally.figures for tally in found),
        first=sum(tally.first for tally in found),
        alone=sum(tally.alone for tally in found),
        stale=sum(tally.stale for tally in found),
        contested=sum(tally.contested for tally in found),
    )


@shared
def fared_in(archive: Archive, judged: Judged, measure: str) -> tuple[tuple[str, SourceTally], ...]:
    """The counts of each source that printed something for a measure."""
    verdict = judged.now[measure]
    stale, contested = _having(verdict, FindingName.STALE), _having(verdict, FindingName.CONTESTED)
    printed: dict[str, list[Fact]] = {}
    first: dict[tuple[str | None, str], Fact] = {}
    for fact in archive.facts_of[measure]:
        printed.setdefault(fact.source, []).append(fact)
        known = first.setdefault(_figure(fact), fact)
        if fact.published < known.published:
            first[_figure(fact)] = fact
    return tuple(
        (
            source,
            SourceTally(
                figures=len(facts),
                first=sum(fact.published == first[_figure(fact)].published for fact in facts),
                alone=len(facts) if len(printed) == 1 else 0,
                stale=sum(fact.id in stale for fact in facts),
                contested=sum(fact.id in contested for fact in facts),
            ),
        )
        for source, facts in printed.items()
    )


def _figure(fact: Fact) -> tuple[str | None, str]:
    return (fact.origin, str(fact.printed))


def _having(verdict: Verdict, name: FindingName) -> frozenset[str]:
    """Ids of the figures, in whatever unit, that have a finding of this name."""
    return frozenset(
        fact
        for one in (verdict, *verdict.other_units)
        for fact, findings in one.by_fact.items()
        if any(finding.name is name for finding in findings)
    )

"""How the figures of each source fared in one measure, and those of one source in all."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from generator.memo.pieces import batches
from generator.model.archive import Archive
from generator.model.verdict import FindingName, Judged, Verdict
from generator.pages.parts.sourcetally import SourceTally
from generator.pages.shared import kept, shared


def record_of(archive: Archive, judged: Judged, source: str) -> SourceTally:
    """The counts of the figures of a source, measure by measure."""
    measures = archive.measures_in.get(source, ())
    return _sum([_record_in(archive, judged, source, batch) for batch in batches(measures)])


@kept
def _record_in(archive: Archive, judged: Judged, source: str, measures: tuple[str, ...]) -> SourceTally:
    """The counts of its figures in some measures."""
    return _sum(
        [
            tally
            for measure in measures
            for name, tally in fared_in(archive, judged, measure)
            if name == source
        ]
    )


def _sum(found: Sequence[SourceTally]) -> SourceTally:
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
    verdict, facts = judged.now[measure], archive.facts_of[measure]
    stale, contested = _having(verdict, FindingName.STALE), _having(verdict, FindingName.CONTESTED)
    figures = [(fact.origin, str(fact.printed)) for fact in facts]
    earliest: dict[tuple[str | None, str], date] = {}
    for fact, figure in zip(facts, figures, strict=True):
        known = earliest.get(figure)
        if known is None or fact.published < known:
            earliest[figure] = fact.published
    sources = [fact.source for fact in facts]
    printed = Counter(sources)
    first = Counter(
        fact.source for fact, figure in zip(facts, figures, strict=True) if fact.published == earliest[figure]
    )
    late = Counter(fact.source for fact in facts if fact.id in stale) if stale else {}
    against = Counter(fact.source for fact in facts if fact.id in contested) if contested else {}
    alone = len(printed) == 1
    return tuple(
        (
            source,
            SourceTally(
                figures=amount,
                first=first.get(source, 0),
                alone=amount if alone else 0,
                stale=late.get(source, 0),
                contested=against.get(source, 0),
            ),
        )
        for source, amount in printed.items()
    )


def _having(verdict: Verdict, name: FindingName) -> frozenset[str]:
    """Ids of the figures, in whatever unit, that have a finding of this name."""
    return frozenset(
        fact
        for one in (verdict, *verdict.other_units)
        for fact, findings in one.by_fact.items()
        if any(finding.name is name for finding in findings)
    )

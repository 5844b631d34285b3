"""How the judge reached what it found about a fact, step by step."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from generator.facts.interval import interval_of
from generator.facts.kind import kind_of
from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.topic import MeasureType
from generator.model.verdict import Finding, Verdict, Verdicts
from generator.pages.parts.figure import printed_text
from generator.pages.parts.reason import reason_for_fact, reason_for_measure
from generator.words.days import as_of_text
from generator.words.findings import LABELS


def explained(archive: Archive, verdicts: Verdicts, id: str) -> Mapping[str, object] | None:
    """All that bears on a fact, as values that JSON can hold; None where there is no such fact."""
    fact = archive.fact.get(id)
    if fact is None:
        return None
    verdict = verdicts[fact.measure]
    language = archive.site.language
    return {
        "id": id,
        "printed": printed_text(archive, fact),
        "interval": _interval(fact),
        "origin": _origin(archive, fact),
        "as_of": as_of_text(fact.as_of, language, "long"),
        "counts": fact.counts,
        "current": verdict.stands(id),
        "findings": [
            *(_finding(one, reason_for_fact(archive, fact, one)) for one in verdict.about(id)),
            *(_finding(one, reason_for_measure(archive, judged, one)) for judged, one in _whole(verdict, id)),
        ],
    }


def _interval(fact: Fact) -> str:
    """What may be true if the fact is: `[121, ∞)`; for a choice, what it says."""
    if kind_of(fact) is MeasureType.CHOICE:
        return str(fact.value)
    bounds = interval_of(fact)
    days = kind_of(fact) is MeasureType.DATE
    low, high = (_end(end, days=days) for end in (bounds.low, bounds.high))
    if low == high and not (bounds.low_open or bounds.high_open):
        return f"[{low}]"
    left = "(" if bounds.low_open or bounds.low is None else "["
    right = ")" if bounds.high_open or bounds.high is None else "]"
    return f"{left}{low or '-∞'}, {high or '∞'}{right}"


def _end(end: Decimal | None, *, days: bool) -> str:
    if end is None:
        return ""
    return date.fromordinal(int(end)).isoformat() if days else f"{end:f}"


def _whole(verdict: Verdict, id: str) -> list[tuple[Verdict, Finding]]:
    """The findings about the measure as a whole that this fact has a part in and not by itself."""
    own = {finding.name for finding in verdict.about(id)}
    among = (one for one in (verdict, *verdict.other_units) if id in one.facts)
    return [
        (one, finding)
        for one in among
        for finding in one.findings
        if finding.name not in own and (not finding.facts or id in finding.facts)
    ]


def _finding(finding: Finding, because: str) -> Mapping[str, object]:
    facts = list(finding.facts)
    return {"name": finding.name.value, "label": LABELS[finding.name], "because": because, "facts": facts}


def _origin(archive: Archive, fact: Fact) -> Mapping[str, str | None]:
    """Who is named, for whom he speaks, and whose claim it is by that."""
    named = archive.actors.get(fact.according_to or "")
    boss = archive.actors.get(named.speaks_for or "") if named else None
    origin = archive.actors.get(fact.origin or "")
    return {
        "named": named.name if named else None,
        "speaks_for": boss.name if boss else None,
        "origin": origin.name if origin else None,
    }

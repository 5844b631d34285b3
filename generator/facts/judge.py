"""The judge: from all facts to a verdict on every measure."""

from collections.abc import Iterable, Sequence
from datetime import date

from generator.facts.balance import given_numbers
from generator.facts.case import Case, case_of
from generator.facts.interval import as_number
from generator.facts.rules import RULES
from generator.facts.sighting import Sighting
from generator.model.fact import Fact, Value
from generator.model.topic import Measure, MeasureType
from generator.model.verdict import Finding, Verdict


def judge(measures: Iterable[Measure], facts: Iterable[Fact]) -> dict[str, Verdict]:
    """A verdict on every measure, by id, in the order of the measures; also on those without facts.

    Facts of unknown measures are passed over. The order of the facts makes no difference. For the state
    of a day hand in `known_on(facts, day)`. Fact ids must be unique.
    """
    known = {measure.id: measure for measure in measures}
    by_measure: dict[str, list[Fact]] = {measure: [] for measure in known}
    for fact in facts:
        if fact.measure in by_measure:
            by_measure[fact.measure].append(fact)
    given = given_numbers(fact for group in by_measure.values() for fact in group)
    return {id: _verdict(case_of(known[id], group, known, given)) for id, group in by_measure.items()}


def _verdict(case: Case) -> Verdict:
    rulings = tuple(rule(case) for rule in RULES)
    by_fact: dict[str, list[Finding]] = {fact.id: [] for fact in case.facts}
    for ruling in rulings:
        for finding in ruling.about_facts:
            by_fact[finding.facts[0]].append(finding)
    low, high = _ends(case)
    return Verdict(
        measure=case.measure.id,
        facts=tuple(fact.id for fact in case.facts),
        documents=len({fact.document for fact in case.facts}),
        origins=case.origins,
        low=low,
        high=high,
        latest=_latest(case.current),
        current=tuple(sighting.id for sighting in case.current),
        series={origin: tuple(one.id for one in series) for origin, series in case.series.items()},
        findings=tuple(ruling.about_measure for ruling in rulings if ruling.about_measure is not None),
        by_fact={fact: tuple(findings) for fact, findings in by_fact.items()},
    )


def _ends(case: Case) -> tuple[Value | None, Value | None]:
    """The least and the greatest printed figure that stands, with both ends of every range."""
    if case.measure.type is MeasureType.CHOICE or not case.current:
        return None, None
    facts = [sighting.fact for sighting in case.current]
    ends = [fact.printed for fact in facts]
    ends += [fact.high for fact in facts if fact.high is not None]
    return min(ends, key=as_number), max(ends, key=as_number)


def _latest(current: Sequence[Sighting]) -> str | None:
    """The fact with the latest as-of; of equals the latest published, then one with an origin, then the
    higher figure, then the smaller id.
    """
    latest = max(current, key=_recency, default=None)
    return None if latest is None else latest.id


def _recency(sighting: Sighting) -> tuple[date, date, bool, Value]:
    return (sighting.day, sighting.fact.published, sighting.fact.origin is not None, sighting.figure)

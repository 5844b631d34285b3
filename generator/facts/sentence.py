"""From what is known of one measure to the verdict on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from generator.facts.aside import Asides
from generator.facts.balance import Balance
from generator.facts.case import Case, Findings, Voices, case_of
from generator.facts.docket import Docket
from generator.facts.interval import as_number
from generator.facts.rules import RULES
from generator.facts.sighting import Sighting
from generator.facts.unit import by_unit, label_of
from generator.model.fact import Value
from generator.model.topic import MeasureType
from generator.model.verdict import Finding, Verdict


@dataclass(frozen=True, slots=True)
class Worked:
    """What was worked out for one day in one unit, to be used again for the next."""

    voices: Voices = field(default_factory=dict)
    findings: Findings = field(default_factory=dict)
    by_fact: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)


ByUnit = Mapping[str | None, Worked]


def sentence(
    docket: Docket,
    sightings: Sequence[Sighting],
    asides: Asides,
    balances: tuple[Balance, ...],
    earlier: ByUnit | None = None,
) -> tuple[Verdict, ByUnit]:
    """The verdict on some sightings of a docket, in order, with one on those in each other unit."""
    groups = by_unit(docket.measure, sightings) if docket.several_units else {None: tuple(sightings)}
    before = {unit: (earlier or {}).get(unit, Worked()) for unit in groups}
    elsewhere = tuple(one.id for unit, group in groups.items() if unit is not None for one in group)
    cases = {
        unit: case_of(
            docket.measure,
            group,
            docket.place,
            asides,
            balances if unit is None else (),
            unit=None if unit is None else label_of(group),
            elsewhere=elsewhere if unit is None else (),
            earlier=before[unit].voices,
            findings=before[unit].findings,
        )
        for unit, group in groups.items()
    }
    verdicts = {unit: _verdict(case, before[unit].by_fact) for unit, case in cases.items()}
    verdict = verdicts[None]
    if len(verdicts) > 1:
        others = tuple(other for unit, other in verdicts.items() if unit is not None)
        verdict = replace(verdict, other_units=others)
    return verdict, {
        unit: Worked(case.voices, case.findings, verdicts[unit].by_fact) for unit, case in cases.items()
    }


def _verdict(case: Case, before: Mapping[str, tuple[Finding, ...]]) -> Verdict:
    ids = tuple(one.id for one in case.sightings)
    rulings = tuple(rule(case) for rule in RULES)
    by_fact: dict[str, tuple[Finding, ...]] = dict.fromkeys(ids, ())
    for ruling in rulings:
        for finding in ruling.about_facts:
            by_fact[finding.facts[0]] += (finding,)
    for id, found in by_fact.items():
        # Most facts keep their findings from day to day; one copy of them will do.
        if found and before.get(id) == found:
            by_fact[id] = before[id]
    low, high = _ends(case)
    return Verdict(
        measure=case.measure.id,
        facts=ids,
        documents=len({one.fact.document for one in case.sightings}),
        origins=tuple(sorted({one.origin for one in case.sightings if one.origin is not None})),
        low=low,
        high=high,
        latest=_latest(case.current),
        current=tuple(one.id for one in case.current),
        series={
            origin: tuple(one.id for one in voice.series)
            for origin, voice in case.voices.items()
            if voice.series
        },
        findings=tuple(ruling.about_measure for ruling in rulings if ruling.about_measure is not None),
        by_fact=by_fact,
        unit=case.unit,
    )


def _ends(case: Case) -> tuple[Value | None, Value | None]:
    """The least and the greatest printed figure that stands, with both ends of every range."""
    if case.measure.type is MeasureType.CHOICE or not case.current:
        return None, None
    ends = [one.figure for one in case.current]
    ends += [one.fact.high for one in case.current if one.fact.high is not None]
    return min(ends, key=as_number), max(ends, key=as_number)


def _latest(current: Iterable[Sighting]) -> str | None:
    """The fact with the latest as-of; of equals the latest published, then one with an origin, then the
    higher figure, then the smaller id.
    """
    latest = max(current, key=_recency, default=None)
    return None if latest is None else latest.id


def _recency(sighting: Sighting) -> tuple[date, date, bool, Value]:
    return (sighting.day, sighting.published, sighting.origin is not None, sighting.figure)

"""From what is known of one measure to the verdict on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from generator.facts.aside import Asides
from generator.facts.balance import Balance
from generator.facts.case import Case, case_of
from generator.facts.docket import Docket
from generator.facts.interval import as_number
from generator.facts.rules import BY_VOICE, FIRST, LAST
from generator.facts.ruling import Rule, about_measure, told_in
from generator.facts.sighting import Sighting
from generator.facts.told import NOTHING_TOLD
from generator.facts.unit import by_unit, label_of
from generator.model.fact import Value
from generator.model.topic import MeasureType
from generator.model.verdict import Finding, FindingName, Verdict

_ID, _NUMBER, _RECENCY = (
    attrgetter("id"),
    attrgetter("number"),
    attrgetter("day", "published", "named", "figure"),
)

ByUnit = Mapping[str | None, tuple[Case, Verdict]]
"""What was worked out for one day, to be used again for the next."""


def sentence(
    docket: Docket,
    sightings: Sequence[Sighting],
    asides: Asides,
    balances: tuple[Balance, ...],
    earlier: ByUnit | None = None,
) -> tuple[Verdict, ByUnit]:
    """The verdict on some sightings of a docket, in order, with one on those in each other unit."""
    groups = by_unit(docket.measure, sightings) if docket.several_units else {None: tuple(sightings)}
    elsewhere = tuple(one.id for unit, group in groups.items() if unit is not None for one in group)
    worked: dict[str | None, tuple[Case, Verdict]] = {}
    for unit, group in groups.items():
        before, said_before = (earlier or {}).get(unit, (None, None))
        case = case_of(
            docket.measure,
            group,
            docket.place,
            asides,
            balances if unit is None else (),
            unit=None if unit is None else label_of(group),
            elsewhere=elsewhere if unit is None else (),
            earlier=before,
        )
        worked[unit] = (case, _verdict(case, said_before.by_fact if said_before else {}))
    _, verdict = worked[None]
    if len(worked) > 1:
        others = tuple(other for unit, (_, other) in worked.items() if unit is not None)
        verdict = replace(verdict, other_units=others)
    return verdict, worked


def _verdict(case: Case, before: Mapping[str, tuple[Finding, ...]]) -> Verdict:
    by_fact: dict[str, tuple[Finding, ...]] = dict.fromkeys(case.ids, ())
    about_all: list[Finding] = []
    _hear_rules(case, FIRST, by_fact, about_all)
    _hear_voices(case, by_fact, about_all)
    _hear_rules(case, LAST, by_fact, about_all)
    for id, found in by_fact.items():
        # Most facts keep their findings from day to day; one copy of them will do.
        if found and before.get(id) == found:
            by_fact[id] = before[id]
    low, high = _ends(case)
    return Verdict(
        measure=case.measure.id,
        facts=case.ids,
        documents=len(case.documents),
        origins=tuple(sorted(case.origins)),
        low=low,
        high=high,
        latest=_latest(case.current),
        current=tuple(map(_ID, case.current)),
        series={
            origin: tuple(map(_ID, voice.series)) for origin, voice in case.voices.items() if voice.series
        },
        findings=tuple(about_all),
        by_fact=by_fact,
        unit=case.unit,
    )


def _hear_rules(
    case: Case, rules: Iterable[Rule], by_fact: dict[str, tuple[Finding, ...]], about_all: list[Finding]
) -> None:
    for rule in rules:
        ruling = rule(case)
        for finding in ruling.about_facts:
            by_fact[finding.facts[0]] += (finding,)
        if ruling.about_measure is not None:
            about_all.append(ruling.about_measure)


def _hear_voices(case: Case, by_fact: dict[str, tuple[Finding, ...]], about_all: list[Finding]) -> None:
    concerned: dict[FindingName, list[frozenset[str]]] = {}
    for voice in case.voices.values():
        told = voice.told
        if told is None:
            told = voice.told = told_in(voice, BY_VOICE, case.findings)
        if told is not NOTHING_TOLD:
            for id, found in told.about.items():
                by_fact[id] += found
            for name, facts in told.concerned.items():
                concerned.setdefault(name, []).append(facts)
    for name in BY_VOICE:
        if name in concerned:
            about_all.append(about_measure(case, name, frozenset().union(*concerned[name])))


def _ends(case: Case) -> tuple[Value | None, Value | None]:
    """The least and the greatest printed figure that stands, with both ends of every range."""
    if case.measure.type is MeasureType.CHOICE or not case.current:
        return None, None
    low, high = min(case.current, key=_NUMBER).figure, max(case.current, key=_NUMBER).figure
    ends = [one.fact.high for one in case.current if one.fact.high is not None]
    return (min((low, *ends), key=as_number), max((high, *ends), key=as_number)) if ends else (low, high)


def _latest(current: Iterable[Sighting]) -> str | None:
    """The fact with the latest as-of; of equals the latest published, then one with an origin, then the
    higher figure, then the smaller id.
    """
    latest = max(current, key=_RECENCY, default=None)
    return None if latest is None else latest.id

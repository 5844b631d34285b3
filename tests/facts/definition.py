"""The rules word for word, comparing every fact with every other: slow, and nothing clever."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import permutations

from generator.facts.interval import as_number, compatible, interval_of
from generator.model.fact import Fact
from generator.model.topic import Measure, MeasureType


def weighed(measure: Measure, facts: Iterable[Fact]) -> list[Fact]:
    """The facts in the measure's unit that no editor set aside."""
    facts = list(facts)
    superseded = {target for fact in facts for target in fact.supersedes if target != fact.id}
    return [
        fact
        for fact in facts
        if fact.status is None and fact.id not in superseded and fact.unit in {None, measure.unit}
    ]


def heard(facts: Iterable[Fact]) -> list[Fact]:
    """The facts from sources that count, or all where there is none."""
    facts = list(facts)
    return [fact for fact in facts if fact.counts] or facts


def behind(facts: Iterable[Fact]) -> dict[str, tuple[str, bool]]:
    """By fact of a cumulative number: the higher fact it fell behind, and whether that is taken up."""
    facts = list(facts)
    found = {}
    for f in facts:
        said = [g for g in heard(facts) if f.origin is not None and g.origin == f.origin]
        before = [h for h in said if _number(h) > _number(f) and _given_before(h, f)]
        taken_up = [h for h in before if any(_takes_up(g, h, f) for g in said)]
        candidates = taken_up or before
        if candidates:
            highest = max(_number(h) for h in candidates)
            first = min(
                (h for h in candidates if h.printed == highest),
                key=lambda h: (h.as_of.day, h.published, h.id),
            )
            found[f.id] = (first.id, bool(taken_up))
    return found


def _number(fact: Fact) -> Decimal:
    return as_number(fact.printed)


def _given_before(h: Fact, f: Fact) -> bool:
    if h.as_of.day != f.as_of.day:
        return h.as_of.day < f.as_of.day
    return h.published < f.published or (h.published == f.published and not compatible(h, f))


def _takes_up(g: Fact, h: Fact, f: Fact) -> bool:
    return g.document != f.document and g.published >= f.published and _number(g) >= _number(h)


def incompatible(measure: Measure, facts: Iterable[Fact], late: Iterable[str]) -> set[str]:
    """Facts that one origin cannot have meant beside another of the same as-of day."""
    timely = [fact for fact in heard(facts) if fact.origin is not None and fact.id not in set(late)]
    return {
        a.id
        for a, b in permutations(timely, 2)
        if a.origin == b.origin
        and a.as_of.day == b.as_of.day
        and not compatible(a, b)
        and not (measure.cumulative and (_brought_up_to_date(a, b) or _brought_up_to_date(b, a)))
    }


def _brought_up_to_date(old: Fact, new: Fact) -> bool:
    return _number(new) > _number(old) and new.published > old.published


def contested(measure: Measure, current: Iterable[Fact]) -> set[str]:
    """Current facts that another party's current fact excludes, unless time explains it."""
    return {
        a.id
        for a, b in permutations([fact for fact in current if fact.counts], 2)
        if (a.origin is None or a.origin != b.origin)
        and not compatible(a, b)
        and not _time_explains(measure, a, b)
    }


def _time_explains(measure: Measure, a: Fact, b: Fact) -> bool:
    if measure.type is not MeasureType.NUMBER:
        return False
    if not measure.cumulative:
        return a.as_of.day != b.as_of.day
    lower, higher = sorted((a, b), key=lambda fact: interval_of(fact).low_edge)
    return lower.as_of.day < higher.as_of.day


def corroborated(measure: Measure, current: Iterable[Fact]) -> set[str]:
    """Current facts with which a fact of another named origin agrees."""
    able = [fact for fact in current if fact.counts and fact.origin is not None]
    return {
        a.id
        for a, b in permutations(able, 2)
        if a.origin != b.origin
        and compatible(a, b)
        and (measure.type is not MeasureType.NUMBER or a.as_of.day == b.as_of.day)
    }

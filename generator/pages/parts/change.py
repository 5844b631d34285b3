"""What a day changed in the state of a measure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.facts.judge import judge
from generator.facts.known import known_on
from generator.model.archive import Archive
from generator.model.fact import Value
from generator.model.topic import Measure
from generator.model.verdict import FindingName, Verdict


class ChangeKind(StrEnum):
    """How the state of a measure moved."""

    NEW = "new"
    UP = "up"
    DOWN = "down"
    CONTESTED = "newly contested"
    CHANGED = "changed"
    SAME = "unchanged"


@dataclass(frozen=True, slots=True)
class Change:
    """The state of a measure at the end of a day, against the day before."""

    kind: ChangeKind
    before: Verdict
    now: Verdict


def change_on(archive: Archive, measure: Measure, day: date) -> Change:
    """The measure as known on `day`, and how that differs from what was known before."""
    family = _with_parts(archive, measure)
    facts = [fact for member in family for fact in archive.facts_of.get(member.id, ())]
    now = judge(family, known_on(facts, day))[measure.id]
    before = judge(family, (fact for fact in facts if fact.published < day))[measure.id]
    return Change(_kind(archive, before, now), before, now)


def _with_parts(archive: Archive, measure: Measure) -> tuple[Measure, ...]:
    """The measure, its parts, and theirs: all that its verdict depends on."""
    found = {measure.id: measure}
    waiting = [measure]
    while waiting:
        for part in waiting.pop().parts:
            if part not in found:
                found[part] = archive.measures[part]
                waiting.append(found[part])
    return tuple(found.values())


def _kind(archive: Archive, before: Verdict, now: Verdict) -> ChangeKind:
    if before.latest is None or now.latest is None:
        return ChangeKind.NEW
    if FindingName.CONTESTED in now.names and FindingName.CONTESTED not in before.names:
        return ChangeKind.CONTESTED
    if FindingName.CONTESTED in now.names:
        return ChangeKind.SAME if _answers(archive, before) == _answers(archive, now) else ChangeKind.CHANGED
    old, new = archive.fact[before.latest].printed, archive.fact[now.latest].printed
    if old == new:
        return ChangeKind.SAME
    if type(old) is not type(new) or isinstance(old, str):
        return ChangeKind.CHANGED
    return ChangeKind.UP if new > old else ChangeKind.DOWN  # type: ignore[operator]  # same type, not text


def _answers(archive: Archive, verdict: Verdict) -> set[Value]:
    return {archive.fact[fact].printed for fact in verdict.current}

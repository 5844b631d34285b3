"""Measures that bear on each other's verdicts: a total, its parts, and theirs."""

from collections.abc import Iterable

from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.topic import Measure


def families(measures: Iterable[Measure]) -> tuple[tuple[Measure, ...], ...]:
    """The measures in groups that can be judged apart: no verdict of one depends on a fact of another.

    The groups stand in the order of their first measures, and the measures of a group in theirs. A part that
    is not among the measures joins nobody.
    """
    known = {measure.id: measure for measure in measures}
    head = {id: id for id in known}

    def head_of(id: str) -> str:
        while head[id] != id:
            head[id] = head[head[id]]
            id = head[id]
        return id

    for measure in known.values():
        for part in measure.parts:
            if part in known:
                head[head_of(part)] = head_of(measure.id)
    groups: dict[str, list[Measure]] = {}
    for id, measure in known.items():
        groups.setdefault(head_of(id), []).append(measure)
    return tuple(tuple(group) for group in groups.values())


def facts_of(family: Iterable[Measure], archive: Archive) -> tuple[Fact, ...]:
    """The facts of a family: with its measures all that `judge` needs."""
    return tuple(fact for measure in family for fact in archive.facts_of.get(measure.id, ()))

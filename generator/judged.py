"""The archive, judged: family by family, so that a measure about which nothing is new is not judged again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from generator.facts.families import facts_of, families
from generator.facts.history import judge_through_time
from generator.facts.judge import judge
from generator.memo import Memory
from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.topic import Measure
from generator.model.verdict import Judged, State, Verdict, Verdicts

T = TypeVar("T")


def verdicts_of(archive: Archive, memory: Memory) -> Verdicts:
    """The verdict on every measure as all figures stand now."""
    found: dict[str, Verdict] = {}
    for verdicts in _by_family(archive, memory, judge):
        found |= verdicts
    return {id: found[id] for id in archive.measures}


def judged_through_time(archive: Archive, memory: Memory) -> Judged:
    """The verdicts, and the state of every measure on each day that it has had."""
    now: dict[str, Verdict] = {}
    history: dict[str, Sequence[State]] = {}
    for judged in _by_family(archive, memory, judge_through_time):
        now |= judged.now
        history |= judged.history
    order: Mapping[str, Measure] = archive.measures
    return Judged({id: now[id] for id in order}, {id: history[id] for id in order})


def _by_family(
    archive: Archive, memory: Memory, judging: Callable[[tuple[Measure, ...], tuple[Fact, ...]], T]
) -> Iterator[T]:
    for family in families(archive.measures.values()):
        yield memory.remembered(judging, family, facts_of(family, archive))

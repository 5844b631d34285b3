"""The archive, judged: family by family, so that a measure about which nothing is new is not judged again."""

from collections.abc import Mapping, Sequence

from generator.assemble.sightings import Sightings
from generator.facts.families import families
from generator.facts.history import judge_through_time
from generator.facts.judge import judge
from generator.memo import Memory
from generator.memo.row import each
from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.topic import Measure, Topic
from generator.model.verdict import Judged, State, Verdict, Verdicts

Families = tuple[tuple[Measure, ...], ...]


def verdicts_of(archive: Archive, memory: Memory) -> Verdicts:
    """The verdict on every measure as all figures stand now."""
    found: dict[str, Verdict] = {}
    for verdicts in each(memory, judge, *by_family(archive, memory)):
        found |= verdicts
    return {id: found[id] for id in archive.measures}


def judged_through_time(archive: Archive, memory: Memory) -> Judged:
    """The verdicts, and the state of every measure on each day that it has had."""
    now: dict[str, Verdict] = {}
    history: dict[str, Sequence[State]] = {}
    groups, facts = by_family(archive, memory)
    present = each(memory, judge, groups, facts)
    for judged in each(memory, judge_through_time, groups, facts, present):
        now |= judged.now
        history |= judged.history
    return Judged({id: now[id] for id in archive.measures}, {id: history[id] for id in archive.measures})


def by_family(archive: Archive, memory: Memory) -> tuple[Families, Sequence[tuple[Fact, ...]]]:
    """The families, and the facts of each; the very same ones where nothing about them is new."""
    groups = memory.remembered(_families, archive.topics)
    sightings = memory.remembered(Sightings)
    sightings.follow(archive.documents)
    return groups, [sightings.of(family) for family in groups]


def _families(topics: Mapping[str, Topic]) -> Families:
    return families(measure for topic in topics.values() for measure in topic.measures)

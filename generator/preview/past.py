"""What was known of measures on earlier days, judged when a page asks for it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import overload

from generator.facts.families import facts_of, families
from generator.facts.history import days_of, judge_through_time
from generator.facts.judge import judge
from generator.facts.known import known_on
from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.topic import Measure
from generator.model.verdict import Judged, State, Verdict


def alike(one: Fact, other: Fact) -> bool:
    """Whether the judge cannot tell two facts apart: they may be quoted in other words, at another place."""
    return one is other or _judged(one) == _judged(other)


def _judged(fact: Fact) -> Fact:
    return replace(fact, quote="", stands=True, beside=())


class Past:
    """The past of measures that bear on each other's verdicts."""

    def __init__(self, measures: tuple[Measure, ...], facts: tuple[Fact, ...]) -> None:
        self._measures = measures
        self._facts = facts
        self._days: dict[date, Mapping[str, Verdict]] = {}

    def is_of(self, measures: tuple[Measure, ...], facts: tuple[Fact, ...]) -> bool:
        """Whether it holds for these, too."""
        same = measures == self._measures and len(facts) == len(self._facts)
        return same and all(map(alike, facts, self._facts))

    @cached_property
    def days(self) -> Mapping[str, tuple[date, ...]]:
        """By measure: the days on which it has a state."""
        return days_of(self._measures, self._facts)

    @cached_property
    def whole(self) -> Mapping[str, Sequence[State]]:
        """By measure: every state, worked out one from the other."""
        return judge_through_time(self._measures, self._facts).history

    def on(self, measure: str, day: date) -> Verdict:
        """What was known at the end of a day, worked out for that day alone."""
        if day not in self._days:
            self._days[day] = judge(self._measures, known_on(self._facts, day))
        return self._days[day][measure]


class States(Sequence[State]):
    """The states of a measure. One is quick; who goes through them has all worked out."""

    def __init__(self, past: Past, measure: str) -> None:
        self.past = past
        """The same as long as no figure of it has changed."""
        self._measure = measure

    def __len__(self) -> int:
        return len(self.past.days[self._measure])

    @overload
    def __getitem__(self, place: int) -> State: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[State]: ...
    def __getitem__(self, place: int | slice) -> State | Sequence[State]:
        if isinstance(place, slice):
            return self.past.whole[self._measure][place]
        day = self.past.days[self._measure][place]
        return State(day, self.past.on(self._measure, day))

    def __iter__(self) -> Iterator[State]:
        return iter(self.past.whole[self._measure])

    def upto(self, day: date) -> Verdict:
        """What was known at the end of a day, whether or not it is one on which something changed."""
        days = self.past.days[self._measure]
        last = max((one for one in days if one <= day), default=None)
        return Verdict(self._measure) if last is None else self.past.on(self._measure, last)


class History(Mapping[str, Sequence[State]]):
    """The states of every measure of an archive; what was judged `before` is not judged again where no figure
    has changed."""

    def __init__(self, archive: Archive, before: "History | None" = None) -> None:
        self._archive = archive
        self._known: dict[str, Past] = dict(before._known) if before else {}
        """By the first measure of a family: its past, in this archive or in one before."""
        self.families: Mapping[str, tuple[Measure, ...]]
        """By measure: those that bear on each other's verdicts with it."""
        if before and before._archive.topics is archive.topics:
            self.families = before.families
        else:
            groups = families(archive.measures.values())
            self.families = {measure.id: family for family in groups for measure in family}

    def __getitem__(self, measure: str) -> States:
        family = self.families[measure]
        facts, known = facts_of(family, self._archive), self._known.get(family[0].id)
        if known is None or not known.is_of(family, facts):
            known = self._known[family[0].id] = Past(family, facts)
        return States(known, measure)

    def __iter__(self) -> Iterator[str]:
        return iter(self._archive.measures)

    def __len__(self) -> int:
        return len(self._archive.measures)


class WhenAsked(Judged, frozen=True):
    """The same as of `judged_through_time`, but nothing of the past is judged before somebody looks."""

    def known(self, measure_id: str, day: date) -> Verdict:
        states = self.history.get(measure_id)
        return states.upto(day) if isinstance(states, States) else Verdict(measure_id)

    def before(self, measure_id: str, day: date) -> Verdict:
        return self.known(measure_id, day - timedelta(days=1))

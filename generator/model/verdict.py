"""What the judge found about a measure: who says so, how far it goes, and where sightings differ."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import chain

from msgspec import Struct

from generator.model.fact import Value


class FindingName(StrEnum):
    """The classes of difference between facts (DESIGN 4)."""

    CORROBORATED = "corroborated"
    SINGLE_ORIGIN = "single-origin"
    REVISION = "revision"
    STALE = "stale"
    LOWERED = "lowered"
    INCOMPATIBLE = "incompatible"
    SUPERSEDED = "superseded"
    CORRECTED = "corrected"
    RETRACTED = "retracted"
    OTHER_UNIT = "other-unit"
    CONTESTED = "contested"
    UNATTRIBUTED = "unattributed"
    PARTS_DO_NOT_ADD = "parts-do-not-add"
    UNACCOUNTED = "unaccounted"
    GRADE_TOO_HIGH = "grade-too-high"


class Finding(Struct, frozen=True):
    """One finding about one fact or one measure, with the facts that show it."""

    name: FindingName
    facts: tuple[str, ...] = ()
    """Ids of the facts that the finding rests on, the one it is about first."""
    amount: Decimal | None = None
    """A number that belongs to the finding: what the parts leave open, or exceed the total by."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Everything the judge has to say about one measure, from the facts it was given.

    Figures in another unit than the measure's have verdicts of their own, in `other_units`; every other
    field is about the figures in one unit alone.
    """

    measure: str
    facts: tuple[str, ...] = ()
    """Ids of all sightings in this unit, by as-of, then publication, then printed figure, then id."""
    documents: int = 0
    origins: tuple[str, ...] = ()
    """Distinct named origins, sorted."""
    low: Value | None = None
    high: Value | None = None
    """The least and the greatest figure among the current facts; None for choices and without facts."""
    latest: str | None = None
    """Id of the current fact with the latest as-of."""
    current: tuple[str, ...] = ()
    """Ids of the facts that stand: not stale, not replaced by a later figure of the same origin, not set
    aside by an editor, and from a source that counts, unless none does."""
    series: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By origin: the facts of its revision, oldest first, each with a figure unlike the one before."""
    findings: tuple[Finding, ...] = ()
    """About the measure as a whole, each name at most once."""
    by_fact: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    """About single facts, by fact id."""
    unit: str | None = None
    """The unit of a verdict in `other_units`; None for the measure's own."""
    other_units: tuple["Verdict", ...] = ()
    """A verdict on the figures in each other unit, by unit."""

    @property
    def all_facts(self) -> tuple[str, ...]:
        """Ids of all sightings in whatever unit: those in the measure's own first."""
        return (*self.facts, *(fact for other in self.other_units for fact in other.facts))

    def about(self, fact: str) -> tuple[Finding, ...]:
        """The findings about one sighting, in whatever unit it is."""
        if fact in self.by_fact or not self.other_units:
            return self.by_fact.get(fact, ())
        found = (verdict.by_fact[fact] for verdict in self.other_units if fact in verdict.by_fact)
        return next(found, ())

    def stands(self, fact: str) -> bool:
        """Whether a sighting is current, in whatever unit it is."""
        return fact in self.standing

    @property
    def standing(self) -> tuple[str, ...]:
        """Ids of all sightings that are current, in whatever unit they are."""
        if not self.other_units:
            return self.current
        return (*self.current, *(fact for other in self.other_units for fact in other.current))

    @property
    def names(self) -> tuple[FindingName, ...]:
        """The names of all findings about the measure, in their order."""
        return tuple(finding.name for finding in self.findings)

    @property
    def about_facts(self) -> tuple[FindingName, ...]:
        """The names of all findings about single facts, in whatever unit, sorted."""
        found = (one.by_fact.values() for one in (self, *self.other_units))
        return tuple(sorted({finding.name for of in chain(*found) for finding in of}))

    def having(self, name: FindingName) -> tuple[str, ...]:
        """Ids of the facts that have a finding of this name themselves, in order."""
        found = (
            fact for fact in self.facts for finding in self.by_fact.get(fact, ()) if finding.name is name
        )
        return tuple(dict.fromkeys(found))


Verdicts = Mapping[str, Verdict]
"""By measure id, in the order of the measures."""


class State(Struct, frozen=True):
    """What was known of a measure at the end of a day."""

    day: date
    verdict: Verdict


class Judged(Struct, frozen=True):
    """The verdicts on everything, and how each measure came to its own."""

    now: Verdicts
    history: Mapping[str, Sequence[State]] = field(default_factory=dict)
    """By measure id: its state on each day on which something was printed or decided, oldest first."""

    def known(self, measure_id: str, day: date) -> Verdict:
        """What was known of a measure at the end of a day; an empty verdict before its first sighting."""
        states = self.history.get(measure_id, ())
        return _last(measure_id, states, bisect_right(states, day, key=_day))

    def before(self, measure_id: str, day: date) -> Verdict:
        """What was known of a measure when a day began."""
        states = self.history.get(measure_id, ())
        return _last(measure_id, states, bisect_left(states, day, key=_day))


def _day(state: State) -> date:
    return state.day


def _last(measure_id: str, states: Sequence[State], upto: int) -> Verdict:
    return states[upto - 1].verdict if upto else Verdict(measure_id)

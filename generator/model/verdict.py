"""What the judge found about a measure: who says so, how far it goes, and where sightings differ."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from generator.model.fact import Value


class FindingName(StrEnum):
    """The classes of difference between facts (DESIGN 4)."""

    CORROBORATED = "corroborated"
    SINGLE_ORIGIN = "single-origin"
    REVISION = "revision"
    STALE = "stale"
    LOWERED = "lowered"
    INCOMPATIBLE = "incompatible"
    CONTESTED = "contested"
    UNATTRIBUTED = "unattributed"
    PARTS_DO_NOT_ADD = "parts-do-not-add"
    UNACCOUNTED = "unaccounted"
    GRADE_TOO_HIGH = "grade-too-high"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding about one fact or one measure, with the facts that show it."""

    name: FindingName
    facts: tuple[str, ...] = ()
    """Ids of the facts that the finding rests on, the one it is about first."""
    amount: Decimal | None = None
    """A number that belongs to the finding: what the parts leave open, or exceed the total by."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Everything the judge has to say about one measure, from the facts it was given."""

    measure: str
    facts: tuple[str, ...] = ()
    """Ids of all sightings, by as-of, then publication, then printed figure, then id."""
    documents: int = 0
    origins: tuple[str, ...] = ()
    """Distinct named origins, sorted."""
    low: Value | None = None
    high: Value | None = None
    """The least and the greatest figure among the current facts; None for choices and without facts."""
    latest: str | None = None
    """Id of the current fact with the latest as-of."""
    current: tuple[str, ...] = ()
    """Ids of the facts that stand: neither stale nor replaced by a later figure of the same origin."""
    series: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By origin: the facts of its revision, oldest first, each with a figure unlike the one before."""
    findings: tuple[Finding, ...] = ()
    """About the measure as a whole, each name at most once."""
    by_fact: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    """About single facts, by fact id."""

    @property
    def names(self) -> tuple[FindingName, ...]:
        """The names of all findings about the measure, in their order."""
        return tuple(finding.name for finding in self.findings)

    def having(self, name: FindingName) -> tuple[str, ...]:
        """Ids of the facts that have a finding of this name themselves, in order."""
        found = (
            fact for fact in self.facts for finding in self.by_fact.get(fact, ()) if finding.name is name
        )
        return tuple(dict.fromkeys(found))


Verdicts = Mapping[str, Verdict]
"""By measure id, in the order of the measures."""

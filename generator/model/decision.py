"""A decision: what an editor made of a figure after it was printed."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from generator.model.fact import Fact, Status
from generator.model.verdict import FindingName

DECIDED = (FindingName.SUPERSEDED, FindingName.CORRECTED, FindingName.RETRACTED)
"""The findings that an editor makes, and no rule."""

_OUTCOMES = {Status.CORRECTED: FindingName.CORRECTED, Status.RETRACTED: FindingName.RETRACTED}


class Decision(Struct, frozen=True):
    """One figure that an editor set aside: as withdrawn, as set right, or because another replaces it."""

    fact: Fact
    """The figure that was set aside."""
    outcome: FindingName
    """One of DECIDED."""
    day: date
    reason: str
    by: Fact | None = None
    """The figure that takes its place, where it is superseded."""

    @property
    def anchor(self) -> str:
        """Names the decision for good: `2024-11-29-edge.killed.retracted`.

        No id holds a full stop, so that two decisions cannot share an anchor.
        """
        parts = (self.fact.document, self.fact.key, self.outcome.value)
        return ".".join((*parts, self.by.document, self.by.key) if self.by else parts)


def decisions_in(facts: Iterable[Fact]) -> tuple[Decision, ...]:
    """Every decision about these facts, the newest first; of one day by the fact's id.

    A fact that is named as superseded, but is not among them or answers another measure, is passed over.
    """
    known = {fact.id: fact for fact in facts}
    found: list[Decision] = []
    for fact in (one for one in known.values() if one.decides):
        day = fact.decided or fact.published
        if fact.status is not None:
            found.append(Decision(fact, _OUTCOMES[fact.status], day, fact.reason))
        for other in dict.fromkeys(fact.supersedes):
            replaced = known.get(other)
            if replaced is not None and replaced is not fact and replaced.measure == fact.measure:
                found.append(Decision(replaced, FindingName.SUPERSEDED, day, fact.reason, fact))
    return tuple(sorted(found, key=lambda one: (-one.day.toordinal(), one.fact.id, one.anchor)))

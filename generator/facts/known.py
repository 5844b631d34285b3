"""What could be known on a day."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from generator.model.fact import Fact


def known_on(facts: Iterable[Fact], day: date) -> tuple[Fact, ...]:
    """The facts published up to and including `day`, in the order given, without later decisions."""
    return tuple(undecided_until(fact, day) for fact in facts if fact.published <= day)


def undecided_until(fact: Fact, day: date) -> Fact:
    """The fact as it was on a day: what an editor decided about it later is not there yet."""
    if fact.decided is None or fact.decided <= day:
        return fact
    return replace(fact, supersedes=(), status=None, decided=None, reason="")

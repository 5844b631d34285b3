"""What could be known on a day."""

from collections.abc import Iterable
from datetime import date

from generator.model.fact import Fact


def known_on(facts: Iterable[Fact], day: date) -> tuple[Fact, ...]:
    """The facts published up to and including `day`, in the order given."""
    return tuple(fact for fact in facts if fact.published <= day)

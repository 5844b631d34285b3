"""Whether a takeaway rests on the facts that it names."""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from enum import StrEnum

from generator.model.fact import Fact


class Support(StrEnum):
    """What stands behind a takeaway."""

    SUPPORTED = "supported"
    BARE = "bare"
    """It names no fact, and claims no number."""
    UNMATCHED = "unmatched"
    """It claims a number that none of its facts has."""


def support_of(numbers: Sequence[Collection[Decimal]], facts: Sequence[Fact]) -> Support:
    """How a takeaway is supported that claims these numbers, each with all that it may mean."""
    if unmatched(numbers, facts):
        return Support.UNMATCHED
    return Support.SUPPORTED if facts else Support.BARE


def unmatched(numbers: Iterable[Collection[Decimal]], facts: Iterable[Fact]) -> tuple[int, ...]:
    """The places of the numbers that are not among the printed values of these facts; signs aside."""
    printed = {figure.copy_abs() for fact in facts for figure in figures_of(fact)}
    return tuple(place for place, readings in enumerate(numbers) if printed.isdisjoint(readings))


def figures_of(fact: Fact) -> tuple[Decimal, ...]:
    """The numbers that a fact prints: its value, or both ends of its range; none for days and choices."""
    return tuple(end for end in (fact.value, fact.low, fact.high) if isinstance(end, Decimal))

"""Whether the parts that a document gives add up to the total that it gives."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct

from generator.facts.exact import minus, total
from generator.facts.interval import Interval, as_number, interval_of, meet
from generator.facts.sighting import order_of
from generator.model.fact import Fact
from generator.model.topic import Measure

Given = Mapping[tuple[str, str], Fact]
"""By document and measure: the number that the document gives."""


class Balance(Struct, frozen=True):
    """A total and the parts given beside it in the same document, at least one."""

    total: Fact
    parts: tuple[Fact, ...]
    complete: bool
    """Whether every part of the total has a fact of its own there."""
    open: Decimal
    """What the printed parts leave of the printed total; below zero when they exceed it."""
    excess: Decimal
    """By how much the printed parts exceed the printed total; below zero when they fall short of it."""
    possible: bool
    """Whether total and parts can all be true."""


def balance_of(whole: Fact, parts: tuple[Fact, ...], *, complete: bool) -> Balance:
    """Weigh a total against its parts.

    The parts must not exceed the total, even if some are missing; and when all are given, their sum must
    be able to meet it. A part that has no lower end, such as "up to 10", counts from nothing.
    """
    printed, given = as_number(whole.printed), total(as_number(part.printed) for part in parts)
    allowed, intervals = interval_of(whole), tuple(map(interval_of, parts))
    least = _sum(tuple(map(_from_nothing, intervals)))
    possible = least.low_edge <= allowed.high_edge and (not complete or meet(_sum(intervals), allowed))
    return Balance(whole, parts, complete, minus(printed, given), minus(given, printed), possible)


def given_numbers(facts: Iterable[Fact]) -> dict[tuple[str, str], Fact]:
    """The number that each document gives for each measure; of several the one with the latest as-of.

    Facts that cannot be added up, for their unit or because an editor set them aside, must not be there.
    """
    found: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        if isinstance(fact.printed, Decimal):
            key = (fact.document, fact.measure)
            if key not in found or order_of(found[key]) < order_of(fact):
                found[key] = fact
    return found


def balances(
    measure: Measure, measures: Mapping[str, Measure], given: Given, documents: Iterable[str]
) -> tuple[Balance, ...]:
    """The balance of each document that gives the total and some part, by day of publication, then id."""
    found = (
        (balance_in(document, measure, measures, given) for document in documents) if measure.parts else ()
    )
    return tuple(sorted(filter(None, found), key=order_of_balance))


def balance_in(
    document: str, measure: Measure, measures: Mapping[str, Measure], given: Given
) -> Balance | None:
    """The balance of one document, if it gives the total and some part."""
    whole = given.get((document, measure.id))
    parts = tuple(_parts(measure, measures, given, document)) if whole else ()
    if whole is None or not parts:
        return None
    complete = all((document, part) in given for part in measure.parts)
    return balance_of(whole, parts, complete=complete)


def order_of_balance(balance: Balance) -> tuple[date, str]:
    """Sort key of balances: day of publication, then document."""
    return (balance.total.published, balance.total.document)


def _parts(measure: Measure, measures: Mapping[str, Measure], given: Given, document: str) -> Iterator[Fact]:
    """Facts of the parts in one document; for a part without a fact, those of its own parts.

    Each measure is looked at once, so parts that contain each other end, and none is counted twice.
    """
    seen = {measure.id}
    waiting = list(reversed(measure.parts))
    while waiting:
        part = waiting.pop()
        if part in seen:
            continue
        seen.add(part)
        fact = given.get((document, part))
        if fact is not None:
            yield fact
        elif part in measures:
            waiting.extend(reversed(measures[part].parts))


def _sum(intervals: tuple[Interval, ...]) -> Interval:
    lows = [interval.low for interval in intervals if interval.low is not None]
    highs = [interval.high for interval in intervals if interval.high is not None]
    return Interval(
        total(lows) if len(lows) == len(intervals) else None,
        total(highs) if len(highs) == len(intervals) else None,
        low_open=any(interval.low_open for interval in intervals),
        high_open=any(interval.high_open for interval in intervals),
    )


def _from_nothing(interval: Interval) -> Interval:
    """The interval from 0 on where it has no lower end of its own and 0 is possible."""
    if interval.low is not None or interval.high is None or interval.high < 0:
        return interval
    return Interval(Decimal(0), interval.high, high_open=interval.high_open)

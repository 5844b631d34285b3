"""Which true values a hedged figure allows; two facts can both be true if these meet."""

from datetime import date
from decimal import Decimal

from msgspec import Struct

from generator.facts.exact import times
from generator.facts.kind import kind_of
from generator.model.fact import Fact, Qualifier, Value
from generator.model.topic import MeasureType

Edge = tuple[int, Decimal | str, int]
"""An end of an interval, so written that edges sort: unbounded or not, the value, just inside or outside."""

_ONE_DAY = Decimal(1)
_TENTH_LESS = Decimal("0.9")
_TENTH_MORE = Decimal("1.1")


class Interval(Struct, frozen=True):
    """All values from `low` to `high`; days are counted as ordinals (1 = 1 January of the year 1)."""

    low: Decimal | None
    """None when there is no lower end."""
    high: Decimal | None
    """None when there is no upper end."""
    low_open: bool = False
    """True when `low` itself is left out."""
    high_open: bool = False
    """True when `high` itself is left out."""

    @property
    def low_edge(self) -> Edge:
        """The lower end as a sort key."""
        return (-1, Decimal(0), 0) if self.low is None else (0, self.low, int(self.low_open))

    @property
    def high_edge(self) -> Edge:
        """The upper end as a sort key."""
        return (1, Decimal(0), 0) if self.high is None else (0, self.high, -int(self.high_open))


def as_number(value: Value) -> Decimal:
    """A number as it is, a day as its ordinal. Raises TypeError for a choice."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, date):
        return Decimal(value.toordinal())
    raise TypeError(f"a choice is not a number: {value!r}")


def interval_of(fact: Fact) -> Interval:
    """The true values that a fact allows, by its qualifier.

    exactly n is n alone; at-least and more-than have no upper end, up-to and fewer-than no lower one;
    about n reaches a tenth to either side; almost n is the last tenth before n, without n. For numbers
    below zero the ends are swapped; almost 0 is 0. A range is taken as printed, both ends included; its
    qualifier is not used, and ends typed in the wrong order are put right.

    A tenth of a date makes no sense: about a day is that day, the one before and the one after; almost
    a day is the day before. Days are whole, so more-than a day starts on the next one and fewer-than
    ends on the one before.

    Raises TypeError for a choice.
    """
    if fact.value is None:
        low, high = (None if end is None else as_number(end) for end in (fact.low, fact.high))
        return (
            Interval(high, low)
            if low is not None and high is not None and high < low
            else Interval(low, high)
        )
    if isinstance(fact.value, date):
        return _of_day(as_number(fact.value), fact.qualifier)
    return _of_number(as_number(fact.value), fact.qualifier)


def meet(a: Interval, b: Interval) -> bool:
    """Whether two intervals share a value."""
    return a.low_edge <= b.high_edge and b.low_edge <= a.high_edge


def compatible(a: Fact, b: Fact) -> bool:
    """Whether two facts can both be true: intervals meet, choices are equal."""
    if kind_of(a) is not kind_of(b):
        return False
    return (
        a.printed == b.printed if kind_of(a) is MeasureType.CHOICE else meet(interval_of(a), interval_of(b))
    )


def _of_number(n: Decimal, qualifier: Qualifier) -> Interval:
    match qualifier:
        case Qualifier.EXACTLY:
            return Interval(n, n)
        case Qualifier.AT_LEAST:
            return Interval(n, None)
        case Qualifier.MORE_THAN:
            return Interval(n, None, low_open=True)
        case Qualifier.UP_TO:
            return Interval(None, n)
        case Qualifier.FEWER_THAN:
            return Interval(None, n, high_open=True)
        case Qualifier.ABOUT:
            less, more = times(n, _TENTH_LESS), times(n, _TENTH_MORE)
            return Interval(min(less, more), max(less, more))
        case Qualifier.ALMOST if n > 0:
            return Interval(times(n, _TENTH_LESS), n, high_open=True)
        case Qualifier.ALMOST if n < 0:
            return Interval(n, times(n, _TENTH_LESS), low_open=True)
        case Qualifier.ALMOST:  # pragma: no branch -- there is no other
            return Interval(n, n)


def _of_day(day: Decimal, qualifier: Qualifier) -> Interval:
    before, after = day - _ONE_DAY, day + _ONE_DAY
    return {
        Qualifier.EXACTLY: Interval(day, day),
        Qualifier.AT_LEAST: Interval(day, None),
        Qualifier.MORE_THAN: Interval(after, None),
        Qualifier.ABOUT: Interval(before, after),
        Qualifier.ALMOST: Interval(before, before),
        Qualifier.UP_TO: Interval(None, day),
        Qualifier.FEWER_THAN: Interval(None, before),
    }[qualifier]

"""Numbers over the days for which they are true, as a small chart."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.model.fact import Fact, Qualifier
from generator.pages.parts.sparkline import FLOOR, SIDE, TOP, WIDTH, Point, Sparkline, between, points

WHISKER, LINES = 50, 6
"""How far an open end reaches, and how many lines can be told apart."""
UP = {Qualifier.AT_LEAST, Qualifier.MORE_THAN}
DOWN = {Qualifier.UP_TO, Qualifier.FEWER_THAN, Qualifier.ALMOST}


def chart_of_numbers(facts: Sequence[Fact], current: set[str], aside: set[str], words: str) -> Sparkline:
    """The figures as dots, each origin's as a line of steps, ranges and open ends as whiskers.

    `current` and `aside` are ids of facts that stand and of those that never counted.
    """
    marks = _marks(facts)
    stood = [fact for fact in facts if fact.id not in aside]
    by_origin: dict[str, list[Fact]] = {}
    for fact in stood:
        if fact.origin is not None:
            by_origin.setdefault(fact.origin, []).append(fact)
    lines = (points(marks[fact.id][0] for fact in line) for line in by_origin.values())
    return Sparkline(
        words=words,
        lines=tuple(sorted((line for line in lines if len(line) > 1), key=len, reverse=True)[:LINES]),
        standing=points(mark for fact in stood if fact.id in current for mark in marks[fact.id]),
        replaced=points(mark for fact in stood if fact.id not in current for mark in marks[fact.id]),
        hollow=points(mark for fact in facts if fact.id in aside for mark in marks[fact.id]),
        whiskers=_whiskers(stood, [marks[fact.id] for fact in stood]),
    )


def _marks(facts: Sequence[Fact]) -> dict[str, tuple[Point, ...]]:
    """By its id: where the printed number of each fact stands, or both ends of its range."""
    days = [fact.as_of.day.toordinal() for fact in facts]
    ends = [_ends(fact) for fact in facts]
    figures = [end for of_one in ends for end in of_one]
    first, last, least, greatest = min(days), max(days), min(figures), max(figures)
    found = {}
    for fact, day, of_one in zip(facts, days, ends, strict=True):
        x = between(day, first, last, SIDE, WIDTH - SIDE)
        found[fact.id] = tuple((x, between(end, least, greatest, FLOOR, TOP)) for end in of_one)
    return found


def _ends(fact: Fact) -> tuple[Decimal, ...]:
    """The printed number, or both ends of the printed range."""
    return tuple(end for end in (fact.value, fact.low, fact.high) if isinstance(end, Decimal))


def _whiskers(facts: Sequence[Fact], marks: Sequence[tuple[Point, ...]]) -> tuple[tuple[int, int, int], ...]:
    """Left out where they would stand so close that none could be read."""
    found = sorted(
        {whisker for fact, places in zip(facts, marks, strict=True) for whisker in _of(fact, places)}
    )
    return tuple(found) if len(found) <= WIDTH // WHISKER else ()


def _of(fact: Fact, places: tuple[Point, ...]) -> Iterator[tuple[int, int, int]]:
    (x, y), (_, end) = places[0], places[-1]
    if end != y:
        yield x, y, end
    elif fact.qualifier in UP:
        yield x, y, y - WHISKER
    elif fact.qualifier in DOWN:
        yield x, y, y + WHISKER

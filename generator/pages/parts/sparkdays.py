"""Answers that are days, as dots piled up on an axis of days."""

from collections.abc import Sequence
from datetime import date

from generator.model.fact import Fact
from generator.pages.parts.sparkline import FLOOR, SIDE, TOP, WIDTH, Point, Sparkline, between, points

RISE, TICKS = 60, 31
"""From one dot to the next above it, and how many days can be told apart on the axis."""


def chart_of_days(facts: Sequence[Fact], current: set[str], aside: set[str], words: str) -> Sparkline:
    """A dot for each day that a document names, those that stand nearest to the axis.

    `current` and `aside` are ids of facts that stand and of those that never counted.
    """

    def rank(fact: Fact) -> int:
        return 2 if fact.id in aside else 0 if fact.id in current else 1

    piles: dict[int, list[int]] = {}
    for fact in sorted(facts, key=rank):
        for end in sorted({end for end in (fact.value, fact.low, fact.high) if isinstance(end, date)}):
            piles.setdefault(end.toordinal(), []).append(rank(fact))
    first, last = min(piles), max(piles)
    rise = min(RISE, (FLOOR - TOP) // max(1, max(len(pile) for pile in piles.values()) - 1))
    places = {day: between(day, first, last, SIDE, WIDTH - SIDE) for day in piles}
    marks: tuple[list[Point], ...] = ([], [], [])
    for day, pile in piles.items():
        for height, kind in enumerate(pile):
            marks[kind].append((places[day], FLOOR - rise * height))
    axis = range(first, last + 1) if last - first < TICKS else (first, last)
    return Sparkline(
        words=words,
        standing=points(marks[0]),
        replaced=points(marks[1]),
        hollow=points(marks[2]),
        ticks=tuple(between(day, first, last, SIDE, WIDTH - SIDE) for day in axis),
    )

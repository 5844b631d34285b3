"""A measure's figures in the space of a few words: a chart for the row of a table."""

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

WIDTH, HEIGHT = 1200, 320
"""Of the box in tenths of a pixel, so that whole numbers are exact enough."""
SIDE, TOP, FLOOR = 60, 60, 260
"""What stays free at either side and above, and where the lowest mark stands."""
COLUMN, CROWD = 20, 60
"""More marks than a crowd are drawn as one in each column of so many tenths of a pixel."""

Point = tuple[int, int]
"""Tenths of a pixel from the left and from the top."""


class Sparkline(Struct, frozen=True):
    """A small chart; every coordinate lies in its box of `WIDTH` by `HEIGHT` tenths of a pixel."""

    words: str
    """What it shows, for who cannot see it."""
    lines: tuple[tuple[Point, ...], ...] = ()
    """For each origin with figures at several places, the steps from one to the next."""
    standing: tuple[Point, ...] = ()
    """Figures that stand."""
    replaced: tuple[Point, ...] = ()
    """Figures that their own origin replaced."""
    hollow: tuple[Point, ...] = ()
    """Stale prints, and what was withdrawn."""
    whiskers: tuple[tuple[int, int, int], ...] = ()
    """From the left, from the top, to the top: a range, or the open side of `at least`."""
    ticks: tuple[int, ...] = ()
    """From the left: the days of an axis, where the figures themselves are days."""


def between(value: Decimal | int, least: Decimal | int, greatest: Decimal | int, start: int, end: int) -> int:
    """The place of a value on the way from `start` to `end`; the middle where there is only one value."""
    if least == greatest:
        return (start + end) // 2
    share = (Decimal(value) - Decimal(least)) / (Decimal(greatest) - Decimal(least))
    return start + int((share * (end - start)).to_integral_value())


def points(marks: Iterable[Point]) -> tuple[Point, ...]:
    """Each place once, from left to right and upwards; of a crowd the highest in each column."""
    distinct = sorted(set(marks), key=lambda mark: (mark[0], -mark[1]))
    if len(distinct) <= CROWD:
        return tuple(distinct)
    return tuple({x // COLUMN: (x, y) for x, y in distinct}.values())

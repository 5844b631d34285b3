"""Who appears beside an actor, as a fan of lines from it: the more documents they share, the thicker."""

from collections.abc import Sequence

from msgspec import Struct

MOST = 12
ROW, WIDTH = 44, 100
"""Pixels from name to name; and the width of the box, which is drawn as wide as there is room."""
THICKEST, THINNEST = 14.0, 1.5
"""Pixels."""


class Tie(Struct, frozen=True):
    """A line to one of the names."""

    path: str
    thickness: float


class Company(Struct, frozen=True):
    """The lines from an actor to those whom it appears with most often, in the order of their list."""

    ties: tuple[Tie, ...]
    node: str
    """The path of the actor itself, from which the lines come."""
    height: int
    """Of the box, in pixels."""


def company_of(beside: Sequence[tuple[str, int]]) -> Company | None:
    """The drawing for actors with how many documents they share, the most frequent first; None for nobody."""
    if not beside:
        return None
    shared = [documents for _, documents in beside[:MOST]]
    widths = [max(round(one / max(shared) * THICKEST, 1), THINNEST) for one in shared]
    top, bottom = _bundle(widths)
    return Company(_ties(widths), f"M1 {top}V{bottom}", len(shared) * ROW)


def _bundle(widths: list[float]) -> tuple[float, float]:
    """Where the lines begin, side by side, in the middle."""
    middle, half = len(widths) * ROW / 2, sum(widths) / 2
    return round(middle - half, 1), round(middle + half, 1)


def _ties(widths: list[float]) -> tuple[Tie, ...]:
    """The lines leave the actor as one bundle, and each ends beside its name."""
    at, _ = _bundle(widths)
    ties = []
    for place, width in enumerate(widths):
        start, end = round(at + width / 2, 1), place * ROW + ROW // 2
        ties.append(Tie(f"M0 {start}C45 {start} 45 {end} {WIDTH} {end}", width))
        at += width
    return tuple(ties)

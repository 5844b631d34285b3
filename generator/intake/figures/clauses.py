"""Where a sentence can be cut without losing its sense."""

import re
from itertools import pairwise

from generator.model.prose import Span

_CUT = re.compile(
    r"(?<!\d)[,;:](?=\s)|(?<=\d)[,;:](?=\s)"
    r"|\s[–—-](?=\s)"
    r"|(?=\s(?:while|whereas|whilst|but|although|though|because|adding|and that)\s)"
)


def clauses(text: str) -> tuple[Span, ...]:
    """The stretches of a sentence between its commas and conjunctions, in order, without a gap."""
    cuts = [0, *(match.end() for match in _CUT.finditer(text)), len(text)]
    return tuple(Span(start, end) for start, end in pairwise(sorted(set(cuts))) if start < end)


def territory(text: str, number: Span, others: tuple[Span, ...]) -> Span:
    """The clauses that belong to one number and to no other of the sentence."""
    start, end = 0, len(text)
    pieces = clauses(text)
    for other in others:
        if other.end <= number.start:
            start = max(start, _border(text, pieces, other, number))
        elif other.start >= number.end:
            end = min(end, _border(text, pieces, number, other))
    return Span(start, end)


def _border(text: str, pieces: tuple[Span, ...], one: Span, other: Span) -> int:
    """The last cut between two numbers, or the place right behind the "and" that joins them."""
    cuts = [piece.start for piece in pieces if one.end <= piece.start <= other.start]
    if cuts:
        return cuts[-1]
    joint = text.rfind(" and ", one.end, other.start)
    return joint + 5 if joint >= 0 else one.end

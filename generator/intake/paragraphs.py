"""Which lines of a raw text belong to one paragraph."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from generator.intake.lines import Line

_WRAPPED = range(40, 121)
"""Characters of a line that was broken where it was full."""


def paragraphs(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """The lines of each paragraph: one each, but for lines that were broken in the middle of a sentence."""
    for block in _blocks(lines):
        breaks = [_goes_on(one, other) for one, other in pairwise(block)]
        if breaks and sum(breaks) * 2 >= len(breaks) and all(_is_full(line) for line in block[:-1]):
            yield tuple(block)
            continue
        start = 0
        for place, joined in enumerate(breaks, 1):
            if not joined:
                yield tuple(block[start:place])
                start = place
        yield tuple(block[start:])


def _blocks(lines: Iterable[Line]) -> Iterator[Sequence[Line]]:
    """Lines without a blank one between them."""
    block: list[Line] = []
    for line in lines:
        if not line.is_blank:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _goes_on(line: Line, after: Line) -> bool:
    return _is_full(line) and not line.stops and after.text[0].islower()


def _is_full(line: Line) -> bool:
    return len(line.text) in _WRAPPED

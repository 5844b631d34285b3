"""What is no part of an article: one rule a file, in the order in which they are applied."""

from collections.abc import Callable, Iterator, Sequence

from generator.intake.dropped import Dropped, without
from generator.intake.junk.advertising import advertising
from generator.intake.junk.authorbox import author_box
from generator.intake.junk.bylines import bylines
from generator.intake.junk.comments import comments
from generator.intake.junk.furniture import furniture
from generator.intake.junk.listheads import list_heads
from generator.intake.junk.newsletter import newsletter
from generator.intake.junk.teasers import teasers
from generator.intake.lines import Line

Rule = Callable[[Sequence[Line]], Iterator[Dropped]]
RULES: tuple[Rule, ...] = (
    comments,
    advertising,
    furniture,
    newsletter,
    author_box,
    list_heads,
    bylines,
    teasers,
)
"""Each sees what the rules before it left; comments first, since all below them goes."""


def sift(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    """The lines without those that are no part of the text, and these with their reasons."""
    dropped: list[Dropped] = []
    for rule in RULES:
        by_line = {drop.line.number: drop for drop in rule(lines) if not drop.line.is_blank}
        found = [by_line[number] for number in sorted(by_line)]
        lines = without(lines, found)
        dropped += found
    return lines, tuple(dropped)

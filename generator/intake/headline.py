"""The headline of a raw text, and where it is printed once more."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.intake.dropped import Dropped
from generator.intake.lines import Line, written
from generator.model.written.text import TITLE_CHARACTERS

_FEWEST = 3
"""Words of a headline."""
_LONGEST = 200
_HEAD = 4
"""Lines at the beginning among which the headline stands."""
_CUT = 20
"""Characters of a headline by which one that was cut off is recognised."""
_MADE = 12
"""Words of a title that is made from the text."""


class Headline(Struct, frozen=True):
    """The line that is the headline; `line` is None when it was made from the first words."""

    text: str
    line: Line | None = None


def is_headline_like(line: Line) -> bool:
    """Whether it could be one: some words without a full stop behind them."""
    ends_well = not line.stops or (line.text.endswith(("?", "!")) and ". " not in line.text)
    fits = len(line.words) >= _FEWEST and len(line.text) <= _LONGEST
    return fits and ends_well and not line.trails_off


def find_headline(lines: Sequence[Line]) -> Headline | None:
    """The first headline-like line, if no paragraph comes before it and a text comes after it."""
    stand = written(tuple(lines))
    for place, line in enumerate(stand[:_HEAD]):
        if is_headline_like(line) and any(later.stops for later in stand[place + 1 :]):
            return Headline(line.text, line)
        if line.stops and not line.trails_off:
            return None
    return None


def made_from(text: str) -> Headline:
    """A title from the first words of a text, which an editor has to better."""
    words = text.split()
    start = " ".join(words[:_MADE])
    short = start[:TITLE_CHARACTERS].rstrip(" ,;:-–—(“\"'")
    return Headline(short or "Untitled")


def echoes(lines: Sequence[Line], headline: str) -> Iterator[Dropped]:
    """Other lines near the beginning that print the headline again, whole or cut off."""
    for line in written(tuple(lines))[:_HEAD]:
        if line.text == headline:
            yield Dropped(line, "the headline once more")
        elif line.trails_off and _ends_in_beginning_of(line.text, headline):
            yield Dropped(line, "the headline once more, cut off")


def _ends_in_beginning_of(text: str, headline: str) -> bool:
    bare = text.rstrip("….").rstrip()
    longest = min(len(bare), len(headline))
    return any(bare.endswith(headline[:length]) for length in range(longest, _CUT - 1, -1))

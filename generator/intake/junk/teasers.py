"""Teasers of other articles at the end of a text."""

import re
from collections.abc import Iterator, Sequence

from generator.intake.dropped import Dropped
from generator.intake.lines import Line, written

_WORD = re.compile(r"[^\W\d_]{4,}")
_SHARED = 0.5
"""Share of the longer words that a line and the text have in common, from which on it may belong to it."""
_NAMES_SHARED = 0.5


def teasers(lines: Sequence[Line]) -> Iterator[Dropped]:
    """Lines at the very end that break off in an ellipsis and have little in common with the text."""
    stand = written(tuple(lines))
    end = len(stand)
    while end and stand[end - 1].trails_off:
        end -= 1
    text = [line for line in stand[:end] if line.stops]
    if not text:
        return
    known = {word for line in text for word in _folded(line.text)}
    for line in stand[end:]:
        if not _belongs(line.text, known):
            yield Dropped(line, "breaks off, and shares nothing with the text: a teaser of another article")


def _belongs(line: str, known: set[str]) -> bool:
    words = _folded(line)
    names = {word.casefold() for word in _WORD.findall(line.partition(" ")[2]) if word[0].isupper()}
    shared_names = len(names & known) / len(names) if names else 0.0
    shared = len(words & known) / len(words) if words else 1.0
    return shared >= _SHARED or shared_names > _NAMES_SHARED


def _folded(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}

"""A text in the form in which it is compared, with the way back to the text as written."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.model.prose import Span


@dataclass(frozen=True, slots=True)
class Folded:
    """A text folded; `origins` says for each of its characters where it comes from, and ends with the end."""

    text: str
    origins: list[int] | range

    def span(self, start: int, end: int) -> Span:
        """The stretch of the original that was folded to `text[start:end]`, whole characters only."""
        last = end
        # One character may fold to several: then its whole stands for each of them.
        while last < len(self.text) and self.origins[last] == self.origins[end - 1]:
            last += 1
        return Span(self.origins[start], self.origins[last])


def fold(text: str, unlike: re.Pattern[str], as_one: Callable[[str], str]) -> Folded:
    """The text in NFC, with `as_one(match)` for each match of `unlike`."""
    parts: list[str] = []
    origins: list[int] = []
    for start, folded, as_written in _units(text, unlike, as_one):
        parts.append(folded)
        origins += range(start, start + len(folded)) if as_written else [start] * len(folded)
    if parts == [text]:
        return Folded(text, range(len(text) + 1))
    origins.append(len(text))
    return Folded("".join(parts), origins)


def _units(
    text: str, unlike: re.Pattern[str], as_one: Callable[[str], str]
) -> Iterator[tuple[int, str, bool]]:
    """Where each stretch starts, what it is folded to, and whether character for character."""
    done = 0
    for match in unlike.finditer(text):
        yield from _composed(text, done, match.start())
        yield match.start(), as_one(match[0]), False
        done = match.end()
    yield from _composed(text, done, len(text))


def _composed(text: str, start: int, end: int) -> Iterator[tuple[int, str, bool]]:
    if start == end:
        return
    if unicodedata.is_normalized("NFC", text[start:end]):
        yield start, text[start:end], True
        return
    begin = start
    for position in range(start + 1, end + 1):
        if position == end or _begins_anew(text, begin, position):
            yield begin, unicodedata.normalize("NFC", text[begin:position]), False
            begin = position


def _begins_anew(text: str, begin: int, position: int) -> bool:
    """Whether the character at `position` composes with nothing before it."""
    if unicodedata.combining(text[position]):
        return False
    before, character = text[begin:position], text[position]
    composed = unicodedata.normalize("NFC", before + character)
    return composed == unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", character)

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
    for start, end, as_written in _units(text, unlike):
        if as_written:
            parts.append(text[start:end])
            origins += range(start, end)
        else:
            folded = unicodedata.normalize("NFC", as_one(text[start:end]))
            parts.append(folded)
            origins += [start] * len(folded)
    if len(parts) == 1 and len(origins) == len(text) == len(parts[0]) and parts[0] == text:
        return Folded(text, range(len(text) + 1))
    origins.append(len(text))
    return Folded("".join(parts), origins)


def _units(text: str, unlike: re.Pattern[str]) -> Iterator[tuple[int, int, bool]]:
    """Stretches of the text from start to end; True where they stand as written."""
    done = 0
    for match in unlike.finditer(text):
        yield from _composed(text, done, match.start())
        yield match.start(), match.end(), False
        done = match.end()
    yield from _composed(text, done, len(text))


def _composed(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    if start == end:
        return
    if unicodedata.is_normalized("NFC", text[start:end]):
        yield start, end, True
        return
    begin = start
    for position in range(start + 1, end + 1):
        if position < end and not _begins_anew(text, begin, position):
            continue
        yield begin, position, unicodedata.is_normalized("NFC", text[begin:position])
        begin = position


def _begins_anew(text: str, begin: int, position: int) -> bool:
    """Whether the character at `position` composes with nothing before it."""
    if unicodedata.combining(text[position]):
        return False
    before, character = text[begin:position], text[position]
    composed = unicodedata.normalize("NFC", before + character)
    return composed == unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", character)

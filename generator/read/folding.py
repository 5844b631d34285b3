"""A text in the form in which it is compared, with the way back to the text as written."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator

from msgspec import Struct

from generator.model.prose import Span

SPACES = "\t\n\x0b\x0c\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""All white space but the plain space, as a part of a set of characters in a regular expression."""


class Folding(Struct, frozen=True):
    """What is folded, and to what."""

    unlike: re.Pattern[str]
    """What is not as it should be. It begins with one of `signs` or with a plain space before one or before
    another space."""
    as_one: Callable[[str], str]
    """What a match of `unlike` is folded to."""
    signs: re.Pattern[str]
    """A single character: most of a text has none of them, and is passed over quickly."""
    spaces: re.Pattern[str]
    """The same, or a plain space before another."""

    @classmethod
    def of(cls, unlike: re.Pattern[str], as_one: Callable[[str], str], signs: str) -> "Folding":
        """The folding of what begins with one of the signs, given as a set of a regular expression."""
        return cls(unlike, as_one, re.compile(f"[{signs}]"), re.compile(f"[{signs}]| (?= )"))

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Every match of `unlike`, as `finditer` would find them."""
        done = 0
        for sign in (self.spaces if "  " in text else self.signs).finditer(text):
            start = sign.start()
            if start < done:
                continue
            match = self.unlike.match(text, start - 1) if start > done and text[start - 1] == " " else None
            match = match or self.unlike.match(text, start)
            if match:
                yield match
                done = match.end()


class Folded(Struct, frozen=True):
    """A text folded, unit by unit: a stretch as it was written, or what something else was folded to."""

    text: str
    places: list[int]
    """Where each unit starts in `text`; the last one is its end."""
    origins: list[int]
    """Where it starts in the text as written."""
    written: list[bool]
    """Whether it is as it was written."""

    def span(self, start: int, end: int) -> Span:
        """The stretch of the original that was folded to `text[start:end]`, whole characters only."""
        # One character may fold to several: then its whole stands for each of them.
        last = bisect_right(self.places, end - 1) - 1
        after = end if self.written[last] else self.places[last + 1]
        return Span(self._origin(start), self._origin(after))

    def _origin(self, place: int) -> int:
        unit = bisect_right(self.places, place) - 1
        return self.origins[unit] + (place - self.places[unit] if self.written[unit] else 0)


def fold(text: str, folding: Folding) -> Folded:
    """The text in NFC, with what is unlike folded."""
    parts: list[str] = []
    places: list[int] = []
    origins: list[int] = []
    written: list[bool] = []
    length = 0
    for start, folded, as_written in _units(text, folding):
        parts.append(folded)
        places.append(length)
        origins.append(start)
        written.append(as_written)
        length += len(folded)
    places.append(length)
    origins.append(len(text))
    written.append(True)
    return Folded("".join(parts), places, origins, written)


def _units(text: str, folding: Folding) -> Iterator[tuple[int, str, bool]]:
    """Where each stretch starts, what it is folded to, and whether character for character."""
    # Every part of a text in NFC is in NFC.
    composed = unicodedata.is_normalized("NFC", text)
    done = 0
    for match in folding.matches(text):
        start, end = match.span()
        if composed and done < start:
            yield done, text[done:start], True
        elif done < start:
            yield from _composed(text, done, start)
        yield start, folding.as_one(match[0]), False
        done = end
    if composed and done < len(text):
        yield done, text[done:], True
    elif done < len(text):
        yield from _composed(text, done, len(text))


def _composed(text: str, start: int, end: int) -> Iterator[tuple[int, str, bool]]:
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

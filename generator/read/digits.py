"""Numbers written in digits of any script, with any usual grouping."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate

from generator.read.tongue import primary, table

_RUN = re.compile(r"\d+(?:[.,'’ \u00a0\u2009\u202f٬٫]\d+)*[¼½¾⅛⅜⅝⅞]?|[¼½¾⅛⅜⅝⅞]")
_POWER = re.compile(r"(?<![\w.,])\d+(?:\.\d+)?[eE][+-]?\d{1,2}(?!\w)", re.ASCII)
_E = re.compile(r"\d[eE]")
"""Without it there is no power."""
_PIECE = re.compile(r"\d+|\D")
_DECIMAL = {".", ",", "٫"}
_GROUP = {".", ",", "'", "’", "٬", " ", "\u00a0", "\u2009", "\u202f"}
_WRITES_BOTH = {"es"}
"""Languages in which both `1.234` and `1,234` are in use for the same number, country by country."""

LONGEST = 60
"""Groups of digits and marks between them that are looked at as one number."""

Found = tuple[int, int, frozenset[Decimal]]
"""Start, end, and every number that may be meant: `1.234` in a Spanish text is 1234 or 1.234."""


def digit_numbers(text: str, language: str) -> Iterator[Found]:
    """The numbers in digits, from left to right; none is found inside another."""
    powers = {power.start(): power for power in _POWER.finditer(text)} if _E.search(text) else {}
    done = 0
    for run in _RUN.finditer(text):
        start = run.start()
        if start < done:
            continue
        power = powers.get(start)
        if power:
            done = power.end()
            yield start, done, _only(Decimal(power[0]))
        else:
            for begin, end, readings in _in_run(run[0], language):
                yield start + begin, start + end, readings


@lru_cache(maxsize=4096)
def _in_run(run: str, language: str) -> tuple[Found, ...]:
    """The run cut into the longest numbers: `27,28` in English is one, `2011 200` is two."""
    pieces = _PIECE.findall(run)
    starts = [*accumulate(map(len, pieces), initial=0)]
    found: list[Found] = []
    place = 0
    while place < len(pieces):
        if pieces[place] in _GROUP | _DECIMAL:
            place += 1
            continue
        for end in _ends(pieces, place):
            readings = _readings(pieces[place:end], language)
            if readings:
                break
        found.append((starts[place], starts[end], readings))
        place = end
    return tuple(found)


def _ends(pieces: list[str], place: int) -> list[int]:
    """Where a number that starts here may end, the longest first."""
    grouped = place + 1
    last = min(len(pieces), place + LONGEST) if _may_be_grouped(pieces[place]) else 0
    while (
        grouped + 1 < last
        and pieces[grouped] == pieces[place + 1]
        and (len(pieces[grouped + 1]) == 3 or (pieces[grouped] == "," and len(pieces[grouped + 1]) == 2))
    ):
        grouped += 2
    while grouped > place + 1 and len(pieces[grouped - 1]) != 3:
        grouped -= 2
    ends = {place + 1, place + 3, grouped, grouped + 2}
    ends |= {end + 1 for end in ends}  # the sign of a fraction
    return sorted((end for end in ends if end <= len(pieces)), reverse=True)


def _may_be_grouped(first: str) -> bool:
    """Whether digits may be the first group of several."""
    return len(first) <= 3 and unicodedata.decimal(first[0], 1) != 0


def _readings(pieces: list[str], language: str) -> frozenset[Decimal]:
    """What digits and the marks between them mean; nothing when they are not one number."""
    *pieces, last = pieces
    if not last.isdecimal():
        if last in _GROUP | _DECIMAL:
            return frozenset()
        part = Decimal(str(unicodedata.numeric(last)))
        return frozenset(whole + part for whole in _readings(pieces, language)) if pieces else _only(part)
    digits, marks = [_ascii(piece) for piece in (*pieces[::2], last)], pieces[1::2]
    if not marks:
        return _only(Decimal(digits[0]))
    found = set()
    if _is_grouped(digits, marks) and not (len(marks) == 1 and _is_decimal_mark(marks[0], language)):
        found.add(Decimal("".join(digits)))
    if marks[-1] in _DECIMAL and (len(marks) == 1 or _is_grouped(digits[:-1], marks[:-1])):
        only_groups = len(marks) == 1 and _is_grouped(digits, marks) and _is_group_mark(marks[0], language)
        if not only_groups and marks[-1] not in marks[:-1]:
            found.add(Decimal("".join(digits[:-1]) + "." + digits[-1]))
    return frozenset(found)


def _is_grouped(digits: list[str], marks: list[str]) -> bool:
    """Groups of three with one mark throughout, or as in India of two before the last three: `12,34,567`."""
    first, *middle, last = digits
    if len(set(marks)) != 1 or marks[0] not in _GROUP or first.startswith("0") or len(last) != 3:
        return False
    in_threes = len(first) <= 3 and all(len(group) == 3 for group in middle)
    return in_threes or (marks[0] == "," and len(first) <= 2 and all(len(group) == 2 for group in middle))


def _is_decimal_mark(mark: str, language: str) -> bool:
    return mark in {".", ","} and mark == _decimal(language) and primary(language) not in _WRITES_BOTH


def _is_group_mark(mark: str, language: str) -> bool:
    if mark not in {".", ","}:
        return mark in _GROUP
    return bool(_decimal(language)) and mark != _decimal(language) and primary(language) not in _WRITES_BOTH


@lru_cache(maxsize=64)
def _decimal(language: str) -> str:
    """The decimal mark of a language; empty when it is not known."""
    return str(table(language, "number_symbols", "latn").get("decimal", ""))


def _ascii(digits: str) -> str:
    return "".join(str(unicodedata.decimal(digit)) for digit in digits)


def _only(number: Decimal) -> frozenset[Decimal]:
    return frozenset((number,))

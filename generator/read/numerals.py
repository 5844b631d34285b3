"""Every number that a text gives, in digits or in words."""

import re
from collections.abc import Iterable, Iterator
from decimal import Context, Decimal
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from generator.model.prose import Span
from generator.read.characters import Characters
from generator.read.digits import digit_numbers
from generator.read.numberwords import (
    NOTHING,
    NumberWord,
    number_words,
    sayings_of,
    scale,
    scale_after_digits,
)

_ONE, _HALF = Decimal(1), Decimal("0.5")
_EXACT = Context(prec=200)
"""Numbers of 60 characters times a quadrillion, with every digit."""
_JOINED = re.compile(r"[\s-]{1,2}")
_LAST_WORD = re.compile(r"\w+\Z")
_BOUND = re.compile(r"[^\W\d_][-‑]?\Z")
"""A letter before digits makes them a name: F-16, G7, Rs500."""
_REACH = 60
"""Characters before a word such as "million" in which stands what belongs to it; no phrase is as long."""
_ORDINAL_SIGN = re.compile(r"(?:st|nd|rd|th|er|re|e|è|ème|de|ste|º|ª|°)(?!\w)")
_WITHOUT_CASE = Characters("\u0590-\u109f\u1200-\u13ff\u1780-\u18af\u3040-\uabff")
_ARTICLE = frozenset((Decimal(1),))


class Numeral(Struct, frozen=True):
    """A number in a text, with all that it may mean: `1.5 million` is 1500000, or 1.5 of some unit."""

    span: Span
    readings: frozenset[Decimal]
    firm: bool = True
    """False when it is often no count: one, a, both, half, the second, G7."""


def numerals(text: str, language: str) -> tuple[Numeral, ...]:
    """The numbers of a text from left to right, none inside another.

    Digits are read in every language; words where they are known (`numberwords.reads_words`). Signs are
    not read: "-5" is 5.
    """
    in_digits = [*_summed(text, _in_digits(text, language))]
    in_words = [*number_words(text, language)]
    found: list[Numeral] = []
    for item in _in_order(in_digits, in_words) if in_words else in_digits:
        if isinstance(item, Numeral):
            found.append(item)
        elif item.scale:
            found = _scaled(text, language, found, item)
        elif item.ordinal and found and found[-1].span.end >= item.start - 1:
            found[-1:] = [replace(found[-1], firm=False), _loose(item)]  # two thirds
        elif item.ordinal or item.loose or item.value <= 1:
            found.append(_loose(item))
        else:
            found.append(Numeral(Span(item.start, item.end), frozenset((item.value,))))
    if not sayings_of(language).and_half:
        return tuple(found)
    return tuple(_with_half(text, language, numeral) for numeral in found)


def says(text: str, language: str, number: Decimal) -> bool:
    """Whether a text gives this number in any of the ways in which it can be read; signs aside."""
    wanted = number.copy_abs()
    return any(wanted in numeral.readings for numeral in numerals(text, language))


class _Step(Struct, frozen=True):
    """A number in digits, with what it is multiplied by."""

    numeral: Numeral
    factor: Decimal
    multiplied: frozenset[Decimal]


def _in_digits(text: str, language: str) -> Iterator[_Step]:
    scaling = scale_after_digits(language)
    for start, end, readings in digit_numbers(text, language):
        firm = not _is_bound(text, start) and not _ORDINAL_SIGN.match(text, end)
        factor, at = _ONE, end
        while behind := scaling.match(text, at):
            word = next(group for group in behind.groups() if group)
            factor, at = _EXACT.multiply(factor, scale(word, language) or _ONE), behind.end()
        if at == end:
            yield _Step(Numeral(Span(start, end), readings, firm), factor, readings)
        else:
            multiplied = frozenset(_EXACT.multiply(reading, factor) for reading in readings)
            yield _Step(Numeral(Span(start, at), readings | multiplied, firm), factor, multiplied)


def _is_bound(text: str, start: int) -> bool:
    """Whether digits that start here belong to a name."""
    if start == 0 or text[start - 1] == " ":
        return False
    before = text[max(0, start - 2) : start]
    return bool(_BOUND.search(before)) and not _WITHOUT_CASE.any_in(before)


def _summed(text: str, steps: Iterable[_Step]) -> Iterator[Numeral]:
    """Numbers written in steps are one: 1万4000 is 14000."""
    last: _Step | None = None
    for step in steps:
        if last and _goes_on(text, last, step):
            span = Span(last.numeral.span.start, step.numeral.span.end)
            sums = frozenset(_EXACT.add(a, b) for a in last.multiplied for b in step.multiplied)
            last = _Step(Numeral(span, sums, last.numeral.firm), step.factor, sums)
            continue
        if last:
            yield last.numeral
        last = step
    if last:
        yield last.numeral


def _goes_on(text: str, last: _Step, step: _Step) -> bool:
    """Whether a step stands right behind a greater one, in a script that writes numbers so."""
    end = last.numeral.span.end
    if text[end - 1] <= "\u2e7f":
        return False
    between = text[end : step.numeral.span.start]
    return not between.strip() and last.factor > max(step.multiplied)


def _in_order(digits: Iterable[Numeral], words: Iterable[NumberWord]) -> list[Numeral | NumberWord]:
    """Both from left to right, without words that belong to digits, such as the million of 2 million."""
    spans = list(digits)
    taken = {place for numeral in spans for place in range(numeral.span.start, numeral.span.end)}
    kept = [word for word in words if word.start not in taken and word.end - 1 not in taken]
    return sorted(
        (*spans, *kept), key=lambda item: item.span.start if isinstance(item, Numeral) else item.start
    )


def _scaled(text: str, language: str, found: list[Numeral], word: NumberWord) -> list[Numeral]:
    """What was found so far, with a word such as "million" joined to what it multiplies."""
    half, part = _before(language)
    near = max(0, word.start - _REACH)
    if found and (joint := half.search(text, near, word.start)):
        kept = _up_to(found, joint.start())
        if kept and kept[-1].span.end == joint.start():
            counted = frozenset(_EXACT.multiply(reading + _HALF, word.value) for reading in kept[-1].readings)
            return [*kept[:-1], Numeral(Span(kept[-1].span.start, word.end), counted)]
    if portion := part.search(text, near, word.start):
        factor = Decimal(sayings_of(language).part_of[" ".join(portion[1].casefold().split())])
        return [*_up_to(found, portion.start()), _numeral(portion.start(), word.end, factor * word.value)]
    if found and _JOINED.fullmatch(text[found[-1].span.end : word.start]):
        *others, last = found
        if last.firm or any(reading != reading.to_integral_value() for reading in last.readings):
            readings = last.readings | {_EXACT.multiply(reading, word.value) for reading in last.readings}
            return [*others, Numeral(Span(last.span.start, word.end), readings)]
        if last.readings == _ARTICLE:
            return [*others, _numeral(last.span.start, word.end, word.value)]
    return [*found, _loose(word)]


def _with_half(text: str, language: str, numeral: Numeral) -> Numeral:
    """The number together with the half that may stand behind it: deux millions et demi."""
    joint = _behind(language).match(text, numeral.span.end)
    if not joint:
        return numeral
    last = _LAST_WORD.search(text, numeral.span.start, numeral.span.end)
    unit = (scale(last[0], language) if last else None) or Decimal(1)
    more = frozenset(_EXACT.add(reading, unit * _HALF) for reading in numeral.readings)
    return replace(numeral, readings=numeral.readings | more)


def _up_to(found: list[Numeral], end: int) -> list[Numeral]:
    return [numeral for numeral in found if numeral.span.end <= end]


def _loose(word: NumberWord) -> Numeral:
    return Numeral(Span(word.start, word.end), frozenset((word.value,)), firm=False)


def _numeral(start: int, end: int, value: Decimal) -> Numeral:
    return Numeral(Span(start, end), frozenset((value,)))


@lru_cache(maxsize=64)
def _before(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What adds a half to the number before it, and what takes a part, both right before a large number."""
    sayings = sayings_of(language)
    parts = sorted(sayings.part_of, key=lambda phrase: (-len(phrase), phrase))
    phrases = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in parts)
    return (
        re.compile(rf"\s+(?:{sayings.and_half or NOTHING})\s+\Z", re.IGNORECASE),
        re.compile(rf"(?<!\w)({phrases or NOTHING})[\s-]+\Z", re.IGNORECASE),
    )


@lru_cache(maxsize=64)
def _behind(language: str) -> re.Pattern[str]:
    """What adds a half to the number before it."""
    return re.compile(rf"\s+(?:{sayings_of(language).and_half or NOTHING})(?!\w)", re.IGNORECASE)

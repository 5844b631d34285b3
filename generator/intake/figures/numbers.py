"""Which numbers of a sentence could be figures."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from generator.model.prose import Span
from generator.read.claimed import claimed_numbers
from generator.read.numberwords import NOTHING, sayings_of
from generator.read.numerals import Numeral
from generator.read.tongue import primary, table

_NAMED = re.compile(
    r"(?:articles?|resolutions?|sections?|chapters?|pages?|rooms?|gates?|routes?|highways?|roads?|flights?"
    r"|channels?"
    r"|versions?|parts?|seasons?|episodes?|group of|numbers?|no\.|nos\.|n°|nr\.|level|phases?|tiers?"
    r"|zones?|units?"
    r"|figures?|tables?|lines?|platforms?|exits?|boxes|box|bus|windows|protocol|act|law|decree|bill"
    r"|#|apollo|boeing|airbus)\s*\Z",
    re.IGNORECASE,
)
"""What makes the number behind it a name."""
_OUT_OF = re.compile(r"\s+(?:out of|in every)\s|[-–]?(?:storey|story|metre|meter|man|point|page|star|part)\b")
_AFTER_OUT_OF = re.compile(r"\b(?:out of|in every|one in|one out of)\s+\Z", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"(?:\b(?:aged?|turned)\s+|[^\W\d],\s*)\Z", re.IGNORECASE)
_AGE_BEHIND = re.compile(r"\s*(?:,|\)|\.)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[#@]\w+")
_HALF = re.compile(
    r"(?<![\w-])half(?=\s+of\s+(?:whom|them|which|its|their|his|her|the|all|those|these|[A-Z])|\s+(?:are"
    r"|were|is|was)\b)",
)
_NOT_A_SHARE = re.compile(
    r"\s+of\s+(?:the\s+)?(?:last|next|this|first|second|year|month|season|match|game|\d)"
)
_AND = re.compile(r"\s*(?:-|–|—|to|and|or)\s*")
_BETWEEN = re.compile(r"\b(?:between|from)\s+\Z", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_OF_LENGTH = ("length-", "speed-", "temperature-")


class Number(Struct, frozen=True):
    """A number of a sentence: a value, or the two ends of a range."""

    span: Span
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    other_reading: Decimal | None = None
    in_words: bool = False
    is_share: bool = False
    is_length: bool = False
    """A distance, a speed or a temperature, which is a figure only where a measure asks for it."""


def numbers_of(text: str, language: str) -> tuple[Number, ...]:
    """The numbers that may be figures, from left to right; names, ages, vague ones are left out."""
    addresses = [Span(*match.span()) for match in _ADDRESS.finditer(text)]
    counted = [
        numeral
        for numeral in claimed_numbers(text, language)
        if not any(numeral.span.meets(address) for address in addresses)
        and not _is_name(text, numeral.span)
        and not _is_vague(text[numeral.span.start : numeral.span.end], language)
    ]
    found = [*_joined(text, counted, language), *_shares(text, language)]
    return tuple(sorted(found, key=lambda number: number.span))


def _joined(text: str, numerals: list[Numeral], language: str) -> Iterator[Number]:
    """The numbers, with two that are the ends of a range as one."""
    place = 0
    while place < len(numerals):
        numeral, after = numerals[place], numerals[place + 1 : place + 2]
        if after and _is_range(text, numeral, after[0]):
            span = Span(numeral.span.start, after[0].span.end)
            low, high = max(numeral.readings), max(after[0].readings)
            yield Number(span, None, low, high, is_length=_is_length(text, span.end, language))
            place += 2
            continue
        yield _number(text, numeral, language)
        place += 1


def _number(text: str, numeral: Numeral, language: str) -> Number:
    written = text[numeral.span.start : numeral.span.end]
    *others, value = sorted(numeral.readings)
    # 14 thousand may be 14 of something as well; only digits alone are in doubt.
    doubtful = others[-1] if others and not any(sign.isalpha() for sign in written) else None
    return Number(
        numeral.span,
        value,
        other_reading=doubtful,
        in_words=not _DIGIT.search(written),
        is_length=_is_length(text, numeral.span.end, language),
    )


def _is_range(text: str, one: Numeral, other: Numeral) -> bool:
    between = text[one.span.end : other.span.start]
    if not _AND.fullmatch(between) or max(one.readings) >= max(other.readings):
        return False
    return between.strip() not in {"and", "or"} or _BETWEEN.search(text, 0, one.span.start) is not None


def _shares(text: str, language: str) -> Iterator[Number]:
    """ "Half of whom are children", in English."""
    if primary(language) != "en":
        return
    for match in _HALF.finditer(text):
        if not _NOT_A_SHARE.match(text, match.end()):
            yield Number(Span(*match.span()), Decimal("0.5"), in_words=True, is_share=True)


def _is_name(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 30) : span.start]
    return bool(
        _NAMED.search(before)
        or _AFTER_OUT_OF.search(before)
        or _OUT_OF.match(text, span.end)
        or (_AGE_BEFORE.search(before) and _AGE_BEHIND.match(text, span.end) and _is_age(text, span))
    )


def _is_age(text: str, span: Span) -> bool:
    return text[span.start : span.end].isdecimal() and int(text[span.start : span.end]) < 120


@lru_cache(maxsize=256)
def _is_vague(written: str, language: str) -> bool:
    """Tens of thousands, hundreds, dozens: a size, and no number."""
    words = re.findall(r"[^\W\d]+", written.casefold())
    if _DIGIT.search(written) or not words:
        return False
    sayings = sayings_of(language)
    vague = {word for phrase in sayings.part_of for word in phrase.split()} - {"half", "quarter"}
    plural = {word for word in (*sayings.words, *sayings.loose) if word.endswith(("s", "x"))}
    return words[0] in plural or (words[0] in vague and words[0].endswith("s") and len(words) > 1)


def _is_length(text: str, end: int, language: str) -> bool:
    return _length(primary(language)).match(text, end) is not None


@lru_cache(maxsize=16)
def _length(tongue: str) -> re.Pattern[str]:
    """A unit of length, speed or temperature behind a number, in full or short."""
    units = set()
    for width in ("long", "short"):
        for unit in table(tongue, "unit_patterns"):
            if unit.startswith(_OF_LENGTH):
                for pattern in table(tongue, "unit_patterns", unit, width).values():
                    if isinstance(pattern, str) and "{0}" in pattern:
                        units.add(pattern.replace("{0}", "").strip().casefold())
    spelled = {
        form
        for unit in units
        for form in (unit, unit.replace("metre", "meter"), unit.replace("meter", "metre"))
    }
    words = "|".join(re.escape(unit) for unit in sorted(spelled, key=lambda unit: (-len(unit), unit)) if unit)
    return re.compile(rf"[\s-]{{0,2}}(?:{words or NOTHING})(?!\w)", re.IGNORECASE)

"""The numbers that a sentence claims: those that could be right or wrong as figures."""

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate

from generator.model.prose import Span
from generator.read.daywords import day_words
from generator.read.numberwords import NOTHING
from generator.read.numerals import Numeral, numerals
from generator.read.tongue import table

_YEAR = re.compile(r"(?:19|20)\d\ds?")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?!\d)\s?(?:[ap]\.?m\.?|Uhr|h)|(?<!\d)\d{1,2}:\d{2}(?!\d)")
_TIMES = ("second", "minute", "hour", "day", "week", "month", "year")
_JOINED = r"[\s-]{0,2}"


def claimed_numbers(text: str, language: str) -> tuple[Numeral, ...]:
    """The numbers of a sentence apart from days, years, times and durations, from left to right.

    Words that seldom count are left out, too: one, both, half, the second, and digits in a name (F-16).
    """
    aside = sorted(
        [
            *(word.span for word in day_words(text, language)),
            *(Span(*match.span()) for match in _CLOCK.finditer(text)),
        ]
    )
    starts = [span.start for span in aside]
    ends = [*accumulate((span.end for span in aside), max)]  # a day and a time may overlap
    return tuple(
        numeral
        for numeral in numerals(text, language)
        if numeral.firm
        and not _YEAR.fullmatch(text, numeral.span.start, numeral.span.end)
        and not _duration(language).match(text, numeral.span.end)
        and not ((before := bisect_left(starts, numeral.span.end)) and ends[before - 1] > numeral.span.start)
    )


@lru_cache(maxsize=64)
def _duration(language: str) -> re.Pattern[str]:
    """A unit of time, as it stands behind its number: two days, a ten-year war."""
    units = {
        pattern.replace("{0}", "").strip()
        for time in _TIMES
        for pattern in table(language, "unit_patterns", f"duration-{time}", "long").values()
        if isinstance(pattern, str) and "{0}" in pattern
    }
    words = "|".join(re.escape(unit) for unit in sorted(units, key=lambda unit: (-len(unit), unit)))
    return re.compile(rf"{_JOINED}(?:{words or NOTHING})(?![a-zà-ɏа-я])", re.IGNORECASE)

"""Days named in a text: dates in any usual form, weekdays, and words such as yesterday."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from generator.model.prose import Span
from generator.read.characters import Characters
from generator.read.numberwords import NOTHING, number_words, reads_words
from generator.read.tongue import primary, table

RELATIVE: Mapping[str, Mapping[str, int]] = {
    "ar": {"اليوم": 0, "أمس": -1, "غدا": 1, "غدًا": 1},
    "de": {"heute": 0, "gestern": -1, "vorgestern": -2, "morgen": 1},
    "en": {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1},
    "es": {"hoy": 0, "ayer": -1, "anoche": -1, "anteayer": -2, "mañana": 1},
    "fa": {"امروز": 0, "دیروز": -1, "فردا": 1},
    "fr": {"aujourd’hui": 0, "aujourd'hui": 0, "hier": -1, "avant-hier": -2, "demain": 1},
    "he": {"היום": 0, "אתמול": -1, "מחר": 1},
    "it": {"oggi": 0, "ieri": -1, "domani": 1},
    "ja": {"今日": 0, "昨日": -1, "明日": 1},
    "ko": {"오늘": 0, "어제": -1, "내일": 1},
    "nl": {"vandaag": 0, "gisteren": -1, "eergisteren": -2, "morgen": 1},
    "pl": {"dziś": 0, "dzisiaj": 0, "wczoraj": -1, "jutro": 1},
    "pt": {"hoje": 0, "ontem": -1, "anteontem": -2, "amanhã": 1},
    "ru": {"сегодня": 0, "вчера": -1, "позавчера": -2, "завтра": 1},
    "tr": {"bugün": 0, "dün": -1, "yarın": 1},
    "uk": {"сьогодні": 0, "вчора": -1, "учора": -1, "завтра": 1},
    "zh": {"今天": 0, "昨天": -1, "前天": -2, "明天": 1, "今日": 0, "昨日": -1},
}
"""Words for days as seen from the day of a document, which CLDR does not have in this form."""

_UNSPACED = Characters("\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af")
_ORDINAL = r"(?:st|nd|rd|th|er|º|°|ª)?"
_DAY = rf"\d{{1,2}}{_ORDINAL}"
_DAYS = rf"(?<![\d.,]){_DAY}(?:\s*(?:[-–—/,&]|[^\W\d]{{1,5}})\s*{_DAY}){{0,3}}"
_YEAR = r"(?:[\s,.]*(?:(?:de|del|of)\s+)?(?P<year>[12]\d{3})(?!\d))?"
_NUMBER = re.compile(r"\d+")
_ORDINAL_DAY = re.compile(r"(?<![\d.,])(\d{1,2})(?:st|nd|rd|th|er|º|°|ª)(?!\w)")
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_SIGNS = re.compile(
    r"(?:(?P<year>\d{4})\s*[年년]\s*)?(?<!\d)(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日일號号]?"
)
_SHORT = re.compile(
    r"(?<![\d.,/])(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2})(?!\d)|(?<=[^-])(?=[./\s,;)]|$))"
)
_BETWEEN = re.compile(r"[\s,(]*(?:(?:the|den|dem|der|le|el|il|lo|o|a|dia|día|am|,)\s+)*[\s,]*", re.IGNORECASE)
_REACH = 50
"""Characters to either side of a weekday in which all of a date stands that is beside it."""
_NEAR = 20
"""Characters between a weekday and its date."""


class DayWord(Struct, frozen=True):
    """One place of a text that names a day, or several in a row: "27 and 28 November"."""

    span: Span
    dates: tuple[tuple[int, int], ...] = ()
    """Month and day, with both readings of 3/4; month 0 where only the day is named: "the 27th"."""
    year: int | None = None
    weekday: int | None = None
    """0 for Monday; beside a date, or alone."""
    relative: int | None = None
    """Days from the document's own day: -1 for yesterday."""

    def means(self, day: date, published: date) -> bool:
        """Whether it may name this day, in a document of the day `published`."""
        if self.relative is not None:
            return day == published + timedelta(self.relative)
        if not self.dates:
            return self.weekday == day.weekday()
        named = {(day.month, day.day), (0, day.day)}
        return self.year in {None, day.year} and not named.isdisjoint(self.dates)


def day_words(text: str, language: str) -> tuple[DayWord, ...]:
    """Every place that names a day, from left to right, none inside another."""
    dates = _apart([*_dates(text, language)])
    found = [*dates_with_weekdays(text, language, dates)]
    more = [*_ordinals(text, language), *_relatives(text, language)]
    return tuple(sorted(_apart([*found, *more]), key=lambda word: word.span))


def dates_with_weekdays(
    text: str, language: str, dates: Iterable[DayWord] | None = None
) -> Iterator[DayWord]:
    """The dates of a text, each with the weekday written beside it, and the weekdays that stand alone.

    The span of a date with its weekday holds both.
    """
    kept = _apart([*_dates(text, language)]) if dates is None else list(dates)
    starts = [date.span.start for date in kept]
    for match in _weekdays(language).finditer(text):
        span, named = Span(*match.span()), _weekday(match[0], language)
        after = bisect_left(starts, span.start)
        near = [place for place in (after - 1, after) if 0 <= place < len(kept)]
        if any(kept[place].span.meets(span) for place in near):
            continue
        beside = next((place for place in reversed(near) if _beside(text, span, kept[place])), None)
        if beside is not None:
            date = kept[beside]
            both = Span(min(span.start, date.span.start), max(span.end, date.span.end))
            kept[beside] = replace(date, span=both, weekday=named)
        elif len(match[0]) > 1:  # in Japanese a single sign, which stands in many other words
            yield DayWord(span, weekday=named)
    yield from kept


def weekdays_with_dates(text: str, language: str) -> Iterator[DayWord]:
    """The dates of a long text that have a weekday beside them, in order."""
    named = (match.span() for match in _weekdays(language).finditer(text))
    dated = (
        (start, end) for start, end in named if _NUMBER.search(text, max(0, start - _REACH), end + _REACH)
    )
    for start, end in _around(text, dated):
        for word in sorted(dates_with_weekdays(text[start:end], language), key=lambda word: word.span):
            if word.dates and word.weekday is not None:
                yield replace(word, span=Span(start + word.span.start, start + word.span.end))


def _around(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches of a text that hold these spans and their neighbourhood; none meets another."""
    current: tuple[int, int] | None = None
    for start, end in spans:
        stretch = (max(0, start - _REACH), min(len(text), end + _REACH))
        if current is not None and stretch[0] <= current[1]:
            current = (current[0], stretch[1])
            continue
        if current is not None:
            yield current
        current = stretch
    if current is not None:
        yield current


def _beside(text: str, weekday: Span, date: DayWord) -> bool:
    """A weekday before a date, or behind it in brackets or in a script without spaces."""
    if date.weekday is not None or not all(month for month, _ in date.dates):
        return False
    start, end = min(weekday.end, date.span.end), max(weekday.start, date.span.start)
    if end - start > _NEAR:
        return False
    between = text[start:end]
    if weekday.end <= date.span.start:
        return bool(_BETWEEN.fullmatch(between))
    return between.strip() in {"(", "（"} or (not between.strip() and _UNSPACED.any_in(text[weekday.start]))


def _dates(text: str, language: str) -> Iterator[DayWord]:
    if not _NUMBER.search(text):
        return
    for form in (_ISO, _SIGNS):
        for match in form.finditer(text):
            yield from _checked(match, [(int(match["month"]), int(match["day"]))], match["year"])
    for match in _SHORT.finditer(text):
        first, second = int(match[1]), int(match[3])
        year = match[4] and (match[4] if len(match[4]) == 4 else f"20{int(match[4]):02d}")
        if match[2] == "/" or year:
            yield from _checked(match, [(second, first), (first, second)], year)
        elif match[2] == "." and text[match.end() : match.end() + 1] == ".":
            yield from _checked(match, [(second, first)], None)
    for form in _named(language):
        for match in form.finditer(text):
            month = _month(match["month"], language)
            days = [(month, int(day)) for day in _NUMBER.findall(match["days"])]
            yield from _checked(match, days, match["year"])


def _checked(match: re.Match[str], dates: list[tuple[int, int]], year: str | None) -> Iterator[DayWord]:
    """The dates among these that a calendar may have."""
    possible = dict.fromkeys((month, day) for month, day in dates if 1 <= month <= 12 and 1 <= day <= 31)
    if possible:
        yield DayWord(Span(*match.span()), tuple(possible), int(year) if year else None)


def _ordinals(text: str, language: str) -> Iterator[DayWord]:
    """A day of the month by its number alone: the 27th, the twenty-seventh."""
    for match in _ORDINAL_DAY.finditer(text):
        if 1 <= int(match[1]) <= 31:
            yield DayWord(Span(*match.span()), ((0, int(match[1])),))
    if reads_words(language):
        for word in number_words(text, language):
            if word.ordinal and 1 <= word.value <= 31:
                yield DayWord(Span(word.start, word.end), ((0, int(word.value)),))


def _relatives(text: str, language: str) -> Iterator[DayWord]:
    words = RELATIVE.get(primary(language), {})
    for match in _any_of(tuple(words)).finditer(text):
        yield DayWord(Span(*match.span()), relative=words[match[0].lower()])


def _apart(words: list[DayWord]) -> list[DayWord]:
    """In order, and of places that overlap only the longest, or of equals the first."""
    kept: list[DayWord] = []
    for word in sorted(words, key=lambda word: word.span):
        if not kept or not word.span.meets(kept[-1].span):
            kept.append(word)
        elif word.span.end - word.span.start > kept[-1].span.end - kept[-1].span.start:
            kept[-1] = word
    return kept


@lru_cache(maxsize=64)
def _named(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Days before a month's name, and after it."""
    names = _pattern(_names(language, "months"), language)
    return (
        re.compile(rf"(?P<days>{_DAYS})\.?\s*(?:(?:of|de|di|d[’'])\s*)?(?P<month>{names})\.?{_YEAR}"),
        re.compile(rf"(?P<month>{names})\.?\s+(?:the\s+)?(?P<days>{_DAYS})(?!\d)(?![.,]\d){_YEAR}"),
    )


@lru_cache(maxsize=64)
def _weekdays(language: str) -> re.Pattern[str]:
    return re.compile(_pattern(_names(language, "days"), language))


def _weekday(name: str, language: str) -> int:
    return _meant(name, _names(language, "days"))


def _month(name: str, language: str) -> int:
    return _meant(name, _names(language, "months"))


def _meant(name: str, names: Mapping[str, int]) -> int:
    """What a name stands for, which may have a capital or an ending of its own."""
    found = unicodedata.normalize("NFC", name).rstrip(".").lower()
    exact = {known.lower(): meaning for known, meaning in names.items()}
    if found in exact:
        return exact[found]
    return max((len(known), meaning) for known, meaning in exact.items() if found.startswith(known[:-1]))[1]


@lru_cache(maxsize=64)
def _names(language: str, kind: str) -> Mapping[str, int]:
    """The names of months (1 to 12) or days (0 for Monday), in full and short, without a point behind."""
    found: dict[str, int] = {}
    for use in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for meaning, name in table(language, kind, use, width).items():
                bare = name.rstrip(".")
                if _UNSPACED.any_in(bare) or (len(bare) > 2 and not _NUMBER.search(bare)):
                    found.setdefault(bare, int(meaning))
    return found


@lru_cache(maxsize=64)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    forms = (
        re.escape(word) if _UNSPACED.any_in(word) else rf"(?<!\w){re.escape(word)}(?!\w)" for word in words
    )
    return re.compile("|".join(forms) or NOTHING, re.IGNORECASE)


def _pattern(names: Mapping[str, int], language: str) -> str:
    """Matches a name as it stands or with a capital; in languages that decline it, with an ending.

    A name is a whole word in scripts that put spaces between words. That nothing stands before it is asked
    behind its first letter: so a search looks only at places with one of these letters.
    """
    spaced: dict[str, list[str]] = {}
    unspaced = []
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if _UNSPACED.any_in(name):
            unspaced.append(re.escape(name))
            continue
        declined = not reads_words(language) and len(name) > 4
        stem, end = (name[:-1], r"\w{0,4}") if declined else (name, "")
        for form in dict.fromkeys((stem, stem[:1].upper() + stem[1:])):
            spaced.setdefault(re.escape(form[0]), []).append(re.escape(form[1:]) + end)
    words = "|".join(rf"{first}(?<!\w{first})(?:{'|'.join(rest)})" for first, rest in spaced.items())
    words = rf"(?:{words or NOTHING})(?!\w)"
    return f"(?:{'|'.join((words, *unspaced))})"

"""The day to which a text belongs, read from the days that it names."""

import re
from datetime import date

from msgspec import Struct

from generator.intake.calendar import resolved
from generator.model.prose import Span
from generator.read.daywords import DayWord, day_words

_NOW = re.compile(
    r"\b(?:this|today|ce|cette|aujourd['’]hui|este|heute|diesen|diesem|oggi|questo)\b[\s,:(–—-]*\Z",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"\b(?:published|posted|updated|publié|veröffentlicht|publicado)\b.{0,30}\Z", re.IGNORECASE
)
_LATER = re.compile(
    r"\b(?:until|will|next|due|scheduled|planned|from|before|by)\b[^.]{0,40}\Z", re.IGNORECASE
)
_ENDS = 20_000
"""Characters from either end of a long text in which its day is looked for."""
_LEAD = 80
"""Characters at the beginning of a text in which a dateline stands: Kelm, 3 March 2023 – …"""


class InferredDay(Struct, frozen=True):
    """A day, and the words it was inferred from."""

    day: date
    words: str
    how: str
    """In what way, for the editor."""


def infer_day(text: str, language: str, near: date) -> InferredDay | None:
    """The day that a text calls its own: "this Friday", a dateline, else the last day that it names.

    A day without a year gets the one that fits its weekday, nearest to `near`; without a weekday the last
    one before `near`. Weekdays alone say nothing.
    """
    text = text if len(text) <= 2 * _ENDS else f"{text[:_ENDS]}\n{text[-_ENDS:]}"
    named = [word for word in day_words(text, language) if any(month for month, _ in word.dates)]
    placed = [(word, day) for word in named if (day := resolved(word, _reference(named, near)))]
    if not placed:
        return None
    own = next((found for found in placed if _is_own(text, found[0])), None)
    past = [
        found
        for found in placed
        if not _LATER.search(text, max(0, found[0].span.start - 60), found[0].span.start)
    ]
    word, day = own or max(past or placed, key=lambda found: (found[1], -found[0].span.start))
    return InferredDay(day, _words(text, word.span), _how(word, day, own=own is not None))


def _is_own(text: str, word: DayWord) -> bool:
    before = text[max(0, word.span.start - 60) : word.span.start]
    dateline = (
        word.span.start < _LEAD and re.match(r"\s*[(–—:-]|\)?\s*[-–—]", text[word.span.end :]) is not None
    )
    return bool(_NOW.search(before) or _STAMP.search(before)) or dateline


def _reference(named: list[DayWord], near: date) -> date:
    """A full date of the text says more about the year of the others than the calendar on the wall."""
    full = [
        day for word in named if word.year and (day := resolved(word, near)) and day.year > near.year - 30
    ]
    return max(full, default=near)


def _words(text: str, span: Span) -> str:
    start = span.start
    if now := re.search(r"\b[Tt]his\s\Z", text[:start]):
        start = now.start()
    return " ".join(text[start : span.end].split())


def _how(word: DayWord, day: date, *, own: bool) -> str:
    if word.year:
        return "" if own else "the last day that the text names"
    year = f"the year {day.year} is a guess"
    if word.weekday is not None:
        year = f"the year {day.year} because of the weekday"
    return year if own else f"the last day that the text names; {year}"

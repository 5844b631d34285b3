"""Days as an author types them: `2024-11-29`, and with EDTF also `2024-11-29?` and `2024-11-27/..`."""

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from generator.model.fact import AsOf
from generator.model.written.mistake import Mistake, quoted
from generator.model.written.text import line_of

FIRST_YEAR, LAST_YEAR = 1000, 2999
"""Outside of these a year is a slip."""

DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
SLASHED = re.compile(r"[0-9]+/[0-9]+/[0-9]+")
"""A day as some type it; no interval."""
MARKS = ("?", "~", "%")
OPEN = ".."
INTERVAL = "write the first and the last day: 2024-11-27/2024-11-29, with .. for an end that is open"
EXAMPLE = "write year, month and day: 2024-11-29"


def day_of(value: object) -> date:
    """A day, `2024-11-29`, that the calendar has. Raises `Mistake` (`not-a-date`)."""
    text = line_of(value)
    form = DAY.fullmatch(text)
    if not form:
        raise Mistake("not-a-date", f"{quoted(text)} is not a date", _hint(text))
    year, month, day = (int(part) for part in form.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Mistake(
            "not-a-date",
            f"{quoted(text)} is not a date of this archive",
            f"the year may go from {FIRST_YEAR} to {LAST_YEAR}",
        )
    try:
        return date(year, month, day)
    except ValueError:
        raise Mistake(
            "not-a-date", f"the calendar has no day {text}", "check the month and the day"
        ) from None


def as_of_of(value: object) -> AsOf:
    """A day with an optional `?` (uncertain), `~` (approximate) or `%` (both), or an interval of days.

    An interval is `2024-11-27/2024-11-29`; an open end is `..`. Raises `Mistake` (`not-a-date`,
    `reversed-range`).
    """
    text = line_of(value)
    if "/" in text and not SLASHED.fullmatch(text):
        return _interval(text)
    mark = text[-1:] if text[-1:] in MARKS else ""
    return AsOf(
        day=day_of(text.removesuffix(mark)), uncertain=mark in {"?", "%"}, approximate=mark in {"~", "%"}
    )


def _interval(text: str) -> AsOf:
    ends = text.split("/")
    if len(ends) != 2:
        raise Mistake("not-a-date", f"{quoted(text)} is not an interval of days", INTERVAL)
    if "" in ends:
        hint = f"write {ends[0] or OPEN}/{ends[1] or OPEN} if that end is open"
        raise Mistake("not-a-date", f"{quoted(text)} has only one end", hint)
    if any(end[-1] in MARKS for end in ends):
        plain = "/".join(end.rstrip("".join(MARKS)) for end in ends)
        raise Mistake(
            "not-a-date", f"{quoted(text)} marks an end of an interval, which has no marks", f"write {plain}"
        )
    start, end = (None if typed == OPEN else day_of(typed) for typed in ends)
    day = end or start
    if day is None:
        raise Mistake("not-a-date", f"{quoted(text)} has no day at either end", INTERVAL)
    if start is not None and start > day:
        message = f"the interval runs backwards: {start} is after {end}"
        raise Mistake("reversed-range", message, f"write {end}/{start}")
    return AsOf(day, start=start, end=end)


def _hint(text: str) -> str:
    parts = re.fullmatch(r"([0-9]{4})(?:([-/.])([0-9]{1,2})\2([0-9]{1,2})|([0-9]{2})([0-9]{2}))", text)
    if parts:
        month, day = (parts[3], parts[4]) if parts[2] else (parts[5], parts[6])
        return f"write {parts[1]}-{int(month):02d}-{int(day):02d}"
    if DAY.match(text) and re.match(r"[T ][0-9]", text[10:]):
        return f"write only the day: {text[:10]}"
    return EXAMPLE


_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

Day = Annotated[date, BeforeValidator(day_of)]
AsOfDay = Annotated[
    AsOf,
    BeforeValidator(as_of_of),
    WithJsonSchema(
        {"type": "string", "pattern": f"^({_DAY}[?~%]?|{_DAY}/{_DAY}|{_DAY}/\\.\\.|\\.\\./{_DAY})$"}
    ),
]

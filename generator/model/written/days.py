"""Days as an author types them: `2024-11-29`, and for an as-of also `2024-11-29?`."""

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
    """A day with an optional `?` (uncertain), `~` (approximate) or `%` (both)."""
    text = line_of(value)
    mark = text[-1:] if text[-1:] in {"?", "~", "%"} else ""
    return AsOf(
        day=day_of(text.removesuffix(mark)), uncertain=mark in {"?", "%"}, approximate=mark in {"~", "%"}
    )


def _hint(text: str) -> str:
    parts = re.fullmatch(r"([0-9]{4})(?:([-/.])([0-9]{1,2})\2([0-9]{1,2})|([0-9]{2})([0-9]{2}))", text)
    if parts:
        month, day = (parts[3], parts[4]) if parts[2] else (parts[5], parts[6])
        return f"write {parts[1]}-{int(month):02d}-{int(day):02d}"
    if DAY.match(text) and re.match(r"[T ][0-9]", text[10:]):
        return f"write only the day: {text[:10]}"
    return EXAMPLE


Day = Annotated[date, BeforeValidator(day_of)]
AsOfDay = Annotated[
    AsOf,
    BeforeValidator(as_of_of),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}[?~%]?$"}),
]

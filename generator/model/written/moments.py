"""Moments as an author types them: `2024-11-29T18:00+01:00`, `2024-11-29 18:00 Europe/Paris`."""

import re
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, WithJsonSchema

from generator.model.written.days import DAY, day_of
from generator.model.written.mistake import Mistake, quoted
from generator.model.written.places import timezone_of
from generator.model.written.text import line_of

FORM = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ]"
    r"(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?"
    r" ?(?P<zone>Z|[+-][0-9]{2}:[0-9]{2}|[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*)?"
)
EXAMPLE = "write day, time and zone: 2024-11-29T18:00+01:00, or 2024-11-29 18:00 Europe/Paris"
WIDEST = timedelta(hours=14)
"""No zone is further from UTC."""


def moment_of(value: object) -> datetime:
    """A moment with its zone, in UTC. Raises `Mistake` (`not-a-moment`, `not-a-date`, `not-a-timezone`)."""
    text = line_of(value)
    form = FORM.fullmatch(text)
    if not form:
        hint = f"add the time and the zone: {text}T00:00Z" if DAY.fullmatch(text) else EXAMPLE
        raise Mistake("not-a-moment", f"{quoted(text)} is not a moment", hint)
    if not form["zone"]:
        hint = f"add the zone: {text}Z for UTC, {text}+01:00, or {text} Europe/Paris"
        raise Mistake("not-a-moment", f"{quoted(text)} has no time zone", hint)
    try:
        clock = time(int(form["hour"]), int(form["minute"]), int(form["second"] or 0))
    except ValueError:
        shown = ":".join(part for part in form.group("hour", "minute", "second") if part)
        hint = "hours go from 00 to 23, minutes and seconds from 00 to 59"
        raise Mistake("not-a-moment", f"the clock never shows {shown}", hint) from None
    return datetime.combine(day_of(form["day"]), clock, _zone(form["zone"])).astimezone(UTC)


def _zone(typed: str) -> tzinfo:
    if typed in {"Z", "UTC"}:
        return UTC
    if typed[0] not in "+-":
        return ZoneInfo(timezone_of(typed))
    hours, minutes = int(typed[1:3]), int(typed[4:])
    away = timedelta(hours=hours, minutes=minutes)
    if away > WIDEST or minutes > 59:
        raise Mistake("not-a-moment", f"no zone is {typed} from UTC", EXAMPLE)
    return timezone(-away if typed[0] == "-" else away)


_PATTERN = f"^{re.sub(r'[?]P<[a-z]+>', '', FORM.pattern)}$"
"""As JSON Schema has it, without names."""

Moment = Annotated[
    datetime, BeforeValidator(moment_of), WithJsonSchema({"type": "string", "pattern": _PATTERN})
]

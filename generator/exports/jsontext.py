"""JSON as this program writes it: stable, readable, with numbers that keep every digit."""

from datetime import date
from decimal import Decimal
from typing import Any

import simplejson
from simplejson import RawJSON


def json_bytes(value: Any) -> bytes:
    """Indented UTF-8 with a final newline; keys stay in the order given."""
    return (simplejson.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def plain(value: Decimal | date | str | None) -> RawJSON | str | None:
    """A number as it was printed, without an exponent; a day as `2024-11-29`; a choice as it is."""
    if isinstance(value, Decimal):
        return RawJSON(format(value, "f"))
    return value.isoformat() if isinstance(value, date) else value


def written(value: Decimal | date | str | None) -> str | None:
    """The same as text, for a table."""
    return format(value, "f") if isinstance(value, Decimal) else str(value) if value is not None else None

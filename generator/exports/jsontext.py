"""JSON as this program writes it: stable, readable, with numbers that keep every digit."""

import json
from datetime import date
from decimal import Decimal
from typing import Any


def json_bytes(value: Any) -> bytes:
    """Indented UTF-8 with a final newline; keys stay in the order given."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def plain(value: Decimal | date | str | None) -> int | str | None:
    """A whole number as a number; any other number, a day or a choice as text, so that nothing is rounded."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() and abs(value) < 2**53 else format(value, "f")
    return value.isoformat() if isinstance(value, date) else value

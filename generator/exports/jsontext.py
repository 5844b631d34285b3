"""JSON as this program writes it: stable, readable, with numbers that keep every digit."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any

from msgspec import Struct

quoted: Callable[[str], str] = encode_basestring
"""A text as JSON."""


class Raw(Struct, frozen=True):
    """JSON that is written already: a number, or what `json_text` has made of a part of the whole."""

    text: str


def json_bytes(value: Any) -> bytes:
    """Indented UTF-8 with a final newline; keys stay in the order given."""
    return (json_text(value) + "\n").encode()


def json_text(value: Any, line: str = "\n") -> str:
    """The same as text, without the final newline; `line` is what begins a line of the outermost level.

    Text, whole numbers, True, False, None, `Raw`, and lists, tuples and dictionaries of them; TypeError for
    anything else.
    """
    # Python's own encoder is written in Python, too, as soon as it has to indent. What is most frequent, text
    # and nothing, is written here without being asked once more what it is.
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        below = line + " "
        parts = [
            f"{quoted(key)}: {quoted(entry)}"
            if type(entry) is str
            else f"{quoted(key)}: {'null' if entry is None else json_text(entry, below)}"
            for key, entry in value.items()
        ]
        return f"{{{below}{f',{below}'.join(parts)}{line}}}" if parts else "{}"
    if isinstance(value, list | tuple):
        if not value:
            return "[]"
        below = line + " "
        parts = [quoted(entry) if type(entry) is str else json_text(entry, below) for entry in value]
        return f"[{below}{f',{below}'.join(parts)}{line}]"
    if isinstance(value, Raw):
        # No line of JSON ends inside a text, so each of them may be moved to the right.
        return value.text.replace("\n", line)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    raise TypeError(f"{type(value).__name__} is not written as JSON")


def form_of(*keys: str) -> str:
    """An object with these keys, to be filled in by `%` with what the functions below make of values.

    For things of which there are very many, each with the same keys: this is much quicker than `json_text`.
    """
    return "{\n " + ",\n ".join(f"{quoted(key)}: %s" for key in keys) + "\n}"


def told(value: Decimal | date | str | None) -> str:
    """A number, a day, a text or nothing as JSON."""
    if value is None:
        return "null"
    if isinstance(value, Decimal):
        return format(value, "f")
    return quoted(value if isinstance(value, str) else value.isoformat())


def told_all(texts: Sequence[str]) -> str:
    """A list of texts as JSON, as it stands in an object."""
    return "[\n  " + ",\n  ".join(map(quoted, texts)) + "\n ]" if texts else "[]"


def plain(value: Decimal | date | str | None) -> Raw | str | None:
    """A number as it was printed, without an exponent; a day as `2024-11-29`; a choice as it is."""
    if isinstance(value, Decimal):
        return Raw(format(value, "f"))
    return value.isoformat() if isinstance(value, date) else value


def written(value: Decimal | date | str | None) -> str | None:
    """The same as text, for a table."""
    return format(value, "f") if isinstance(value, Decimal) else str(value) if value is not None else None

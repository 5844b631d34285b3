"""Every text of a file's front matter, with the way to it."""

from collections.abc import Iterator
from enum import Enum
from typing import Any

from msgspec import Struct

from generator.model.written.base import Written

Path = tuple[str | int, ...]


class TextValue(Struct, frozen=True):
    """One text that an author typed."""

    path: Path
    """`("takeaways", 0, "text")`."""
    text: str


def values_of(written: Written) -> Iterator[TextValue]:
    """The texts of front matter in the order of its model; numbers, days and fixed choices are none."""
    for name in type(written).model_fields:
        yield from _values(getattr(written, name), (name,))


def _values(value: Any, path: Path) -> Iterator[TextValue]:
    if isinstance(value, Written):
        for found in values_of(value):
            yield TextValue((*path, *found.path), found.text)
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield TextValue(path, value)
    elif isinstance(value, tuple | list):
        for place, part in enumerate(value):
            yield from _values(part, (*path, place))
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _values(part, (*path, key))

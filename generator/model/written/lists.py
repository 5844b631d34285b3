"""A list that an author typed."""

from typing import Annotated, TypeVar

from pydantic import BeforeValidator

from generator.model.written.mistake import Mistake
from generator.model.written.text import kind_of

T = TypeVar("T")


def entries_of(value: object) -> tuple[object, ...]:
    """The entries of a list; a single text is not taken for a list of one."""
    if isinstance(value, list | tuple):
        return tuple(value)
    short = isinstance(value, str) and len(value) <= 60 and not set(value) & set("[]{},:#\n\"'")
    hint = (
        f"write [{value}]" if short else "write the entries in square brackets, or one a line after a hyphen"
    )
    raise Mistake("not-a-list", f"a list is expected here, not {kind_of(value)}", hint)


Many = Annotated[tuple[T, ...], BeforeValidator(entries_of)]

"""A fact that is read only when more is wanted of it than where it belongs."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any

from generator.model.fact import Fact, Status

KNOWN = ("id", "measure", "document", "source", "origin", "according_to", "supersedes")
"""What is asked of every fact of an archive, whichever pages are made; besides when it was published and its
status."""
_SET = {field.name: vars(Fact)[field.name].__set__ for field in fields(Fact)}
"""How each field is set; the usual way is shut, as a fact is frozen."""
_SET_KNOWN = tuple(_SET[name] for name in KNOWN)

Known = tuple[tuple[Any, ...], int, str | None]
"""What KNOWN names, the day as a number and the status as a word."""


def known_of(fact: Fact) -> Known:
    """What is known of a fact before it is read."""
    words = tuple(getattr(fact, name) for name in KNOWN)
    return words, fact.published.toordinal(), fact.status and fact.status.value


class UnreadFact(Fact):
    """A fact that stands in bytes until somebody looks at it; equal to the fact that it is."""

    __slots__ = ("_read", "content")
    _read: Callable[[bytes], Fact]
    content: bytes

    def __new__(cls, *args: Any, **fields: Any) -> Any:
        """One that is made of its parts, as by `replace`, is read already."""
        return Fact(*args, **fields)

    @classmethod
    def of(cls, known: Known, content: bytes, read: Callable[[bytes], Fact]) -> "UnreadFact":
        """The fact that `read` makes of its content, and of which so much is `known`."""
        fact: UnreadFact = object.__new__(cls)
        object.__setattr__(fact, "content", content)
        object.__setattr__(fact, "_read", read)
        words, day, status = known
        for put, value in zip(_SET_KNOWN, words, strict=True):
            put(fact, value)
        _SET["published"](fact, date.fromordinal(day))
        _SET["status"](fact, Status(status) if status else None)
        return fact

    def __getattr__(self, name: str) -> Any:
        if name not in _SET:
            raise AttributeError(name)
        read = self._read(self.content)
        for one, put in _SET.items():
            put(self, getattr(read, one))
        return getattr(read, name)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, UnreadFact):
            return self.content == other.content
        return isinstance(other, Fact) and all(getattr(self, name) == getattr(other, name) for name in _SET)

    __hash__ = Fact.__hash__

    def __reduce__(self) -> tuple[Any, ...]:
        return Fact, tuple(getattr(self, name) for name in _SET)

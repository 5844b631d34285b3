"""A large value that is read only when something of it is wanted."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields
from typing import Any

from generator.model.prose import Prose

_NAMES = tuple(field.name for field in fields(Prose))


class Unread(Prose):
    """A text that stands in a store until somebody looks at it; equal to the text that it is.

    What is read stays, until it is `forgotten`.
    """

    __slots__ = ("_load", "digest")
    _load: Callable[[bytes], Prose]
    digest: bytes

    def __new__(cls, *args: Any, **fields: Any) -> Any:
        """One that is made of its parts, as by `replace`, is read already."""
        return Prose(*args, **fields)

    @classmethod
    def of(cls, digest: bytes, load: Callable[[bytes], Prose]) -> "Unread":
        """The text with a digest, which `load` returns when it is wanted."""
        unread: Unread = object.__new__(cls)
        object.__setattr__(unread, "digest", digest)
        object.__setattr__(unread, "_load", load)
        return unread

    def forget(self) -> None:
        """Let what was read go; it can be read again."""
        for name in _NAMES:
            with suppress(AttributeError):
                object.__delattr__(self, name)

    def __getattr__(self, name: str) -> Any:
        if name not in _NAMES:
            raise AttributeError(name)
        read = object.__getattribute__(self, "_load")(object.__getattribute__(self, "digest"))
        for one in _NAMES:
            object.__setattr__(self, one, getattr(read, one))
        return getattr(read, name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Prose) and all(
            getattr(self, name) == getattr(other, name) for name in _NAMES
        )

    __hash__ = Prose.__hash__

    def __reduce__(self) -> tuple[Any, ...]:
        return Prose, tuple(getattr(self, name) for name in _NAMES)

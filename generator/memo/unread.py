"""A large value that is read only when something of it is wanted."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import fields
from typing import Any, Generic, TypeVar, overload

from generator.model.prose import Prose

T = TypeVar("T")
ASKED_OFTEN = ("links", "headings")
"""Parts of a text that are asked of every text, and that most texts have none of."""
_NAMES = tuple(field.name for field in fields(Prose))


class Unread(Prose):
    """A text that stands in a store until somebody looks at it; equal to the text that it is.

    What is read stays, until it is `forgotten`.
    """

    __slots__ = ("_load", "digest", "has")
    _load: Callable[["Unread"], Prose]
    digest: bytes
    has: tuple[bool, ...]

    def __new__(cls, *args: Any, **fields: Any) -> Any:
        """One that is made of its parts, as by `replace`, is read already."""
        return Prose(*args, **fields)

    @classmethod
    def of(cls, digest: bytes, has: tuple[bool, ...], load: Callable[["Unread"], Prose]) -> "Unread":
        """The text with a digest, which `load` returns when it is wanted.

        `has` says of each of ASKED_OFTEN whether it has any: what it has none of need not be read.
        """
        unread: Unread = object.__new__(cls)
        object.__setattr__(unread, "digest", digest)
        object.__setattr__(unread, "has", has)
        object.__setattr__(unread, "_load", load)
        for name, some in zip(ASKED_OFTEN, has, strict=True):
            if not some:
                object.__setattr__(unread, name, ())
        return unread

    def forget(self) -> None:
        """Let what was read go; it can be read again."""
        there = dict(zip(ASKED_OFTEN, self.has, strict=True))
        for name in _NAMES:
            if there.get(name, True):
                with suppress(AttributeError):
                    object.__delattr__(self, name)

    def __getattr__(self, name: str) -> Any:
        if name not in _NAMES:
            raise AttributeError(name)
        read = object.__getattribute__(self, "_load")(self)
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


class UnreadRow(Sequence[T], Generic[T]):
    """A row that is read when somebody looks at it; equal to the row that it is."""

    __slots__ = ("_members", "_read", "plain")

    def __init__(self, plain: bytes, read: Callable[[bytes], tuple[T, ...]]) -> None:
        self.plain = plain
        """By what it stands within other values: all of it, or its digest."""
        self._read = read
        self._members: tuple[T, ...] | None = None

    @property
    def members(self) -> tuple[T, ...]:
        """What stands in it."""
        if self._members is None:
            self._members = self._read(self.plain)
        return self._members

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        return self.members[place]

    def __len__(self) -> int:
        return len(self.members)

    def __iter__(self) -> Iterator[T]:
        return iter(self.members)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self.members == tuple(other)

    def __hash__(self) -> int:
        return hash(self.members)

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (self.members,)

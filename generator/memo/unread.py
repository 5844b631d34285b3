"""A frozen value that stands in bytes until somebody looks at it."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import fields
from typing import Any, ClassVar, Self

Put = Callable[[Any, Any], None]


def puts_of(kind: type) -> Mapping[str, Put]:
    """How each field of a frozen dataclass with slots is set; the usual way is shut."""
    return {field.name: vars(kind)[field.name].__set__ for field in fields(kind)}


class Unread:
    """What values of a kind have in common that are read when more is wanted of them than is known.

    Such a value equals the one that it is. What was read stays until it is forgotten. Another kind is made by
    `class UnreadThing(Unread, Thing)`, with `__slots__` that hold all that it needs to be read.
    """

    __slots__ = ()
    kind: ClassVar[type[Any]]
    """What it is a value of."""
    puts: ClassVar[Mapping[str, Put]]
    known: ClassVar[tuple[str, ...]] = ()
    """Fields that are known before it is read."""
    wanted: ClassVar[Mapping[str, Put]]
    """How the others are set."""
    _load: Callable[[Any], Any]
    """Reads it."""

    def __init_subclass__(cls) -> None:
        if "kind" in vars(cls):
            cls.wanted = {name: put for name, put in cls.puts.items() if name not in cls.known}

    def __new__(cls, *args: Any, **fields: Any) -> Any:
        """One that is made of its parts, as by `replace`, is read already."""
        return cls.kind(*args, **fields)

    @classmethod
    def blank(cls) -> Self:
        """One of which nothing is known yet."""
        unread: Self = object.__new__(cls)
        return unread

    def read(self) -> Any:
        """The value that it is."""
        return self._load(self)

    def forget(self) -> None:
        """Let what was read go; it can be read again."""
        for name in self.wanted:
            with suppress(AttributeError):
                object.__delattr__(self, name)

    def __getattr__(self, name: str) -> Any:
        if name not in self.puts:
            raise AttributeError(name)
        read = self.read()
        for one, put in self.wanted.items():
            put(self, getattr(read, one))
        return getattr(read, name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, self.kind) and all(
            getattr(self, name) == getattr(other, name) for name in self.puts
        )

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in self.puts))

    def __reduce__(self) -> tuple[Any, ...]:
        return self.kind, tuple(getattr(self, name) for name in self.puts)


class UnreadPart(Unread):
    """One that stands in bytes of its own within others: it is the same as another of the same bytes."""

    __slots__ = ()
    content: bytes

    def __eq__(self, other: object) -> bool:
        return self.content == other.content if isinstance(other, type(self)) else super().__eq__(other)

    __hash__ = Unread.__hash__

"""A row that is read when somebody looks at it."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from generator.memo.members import Members

T = TypeVar("T")


class UnreadRow(Members[T], Generic[T]):
    """A row that is read when somebody looks at it; equal to the row that it is."""

    __slots__ = ("_members", "_read", "plain")

    def __init__(self, plain: bytes, read: Callable[["UnreadRow[T]"], tuple[T, ...]]) -> None:
        self.plain = plain
        """By what it stands within other values: all of it, or its digest."""
        self._read = read
        self._members: tuple[T, ...] | None = None

    @property
    def members(self) -> tuple[T, ...]:
        """What stands in it."""
        if self._members is None:
            self._members = self._read(self)
        return self._members

    def forget(self) -> None:
        """Let what was read go; it can be read again."""
        self._members = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self.members == tuple(other)

    def __hash__(self) -> int:
        return hash(self.members)

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (self.members,)

"""What rows of results have in common, however they come by their members."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar, overload

T = TypeVar("T")


class Members(Sequence[T], Generic[T]):
    """A sequence of its members."""

    __slots__ = ()

    @property
    @abstractmethod
    def members(self) -> tuple[T, ...]:
        """What stands in it."""

    def __len__(self) -> int:
        return len(self.members)

    def __iter__(self) -> Iterator[T]:
        return iter(self.members)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        return self.members[place]

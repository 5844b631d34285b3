"""How often something stands in a row, counted on from one run to the next."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import chain
from typing import Any, Generic, TypeVar

from generator.memo.memory import Memory
from generator.memo.row import Row, edges_of

Key = TypeVar("Key", bound=Hashable)


class Counted(Generic[Key]):
    """The keys that stand in a row, how often each, and those that stand there several times."""

    def __init__(self, name: Callable[..., Any]) -> None:
        self.times: dict[Key, int] = {}
        self.several: set[Key] = set()
        self._name = name
        self._row: Sequence[Iterable[Key]] = ()

    def follow(self, row: Row[tuple[Key, ...]]) -> None:
        """Count what is new in a row, and no longer what is gone from it."""
        before, after = self._row, row.members
        if not before:
            self.times = dict(Counter(chain.from_iterable(after)))
            self.several = {key for key, times in self.times.items() if times > 1}
            self._row = after
            return
        start, end = edges_of(before, after)
        for members in before[start : len(before) - end]:
            for key in members:
                self._count(key, -1)
        for members in after[start : len(after) - end]:
            for key in members:
                self._count(key, 1)
        self._row = after

    def _count(self, key: Key, more: int) -> None:
        times = self.times.get(key, 0) + more
        if times > 1:
            self.several.add(key)
        else:
            self.several.discard(key)
        if times:
            self.times[key] = times
        else:
            del self.times[key]


def counted(memory: Memory, made_by: Callable[..., Any], row: Row[tuple[Key, ...]]) -> Counted[Key]:
    """How often each key stands in a row of keys; `made_by` is the function that makes its members."""
    found: Counted[Key] = memory.remembered(Counted, made_by)
    found.follow(row)
    return found

"""Rows of results, one for each member of other rows: only what is new is worked out again."""

from collections.abc import Callable, Sequence
from itertools import compress, count
from operator import is_not
from typing import Any, Generic, TypeVar

from generator.memo.members import Members
from generator.memo.memory import Memory

T = TypeVar("T")
_NEW = object()


class Row(Members[T], Generic[T]):
    """Results in the order of what they were made of.

    Where nothing is new it is the very same object as before, so that a step which takes the whole row can be
    remembered at no cost.
    """

    __slots__ = ("_members",)

    def __init__(self, members: tuple[T, ...] = ()) -> None:
        self._members = members

    @property
    def members(self) -> tuple[T, ...]:
        """What stands in it."""
        return self._members


def each(
    memory: Memory,
    make: Callable[..., T],
    *rows: Sequence[Any],
    by: tuple[Any, ...] = (),
    plain: bool = False,
) -> Row[T]:
    """`make(a, b, …, *by)` for each a, b, … that stand at one place of the rows, which are of one length.

    A result is kept while the very same members stand together; `by` may be other things of which the same
    is asked as of the inputs of `Memory.remembered`, and so is `make`. A result that is `plain` (words, whole
    numbers, days, and tuples of them) is not new if it equals the one before: figures are not plain, because
    1 equals 1.0 and is printed otherwise.
    """
    kept: _Kept[T] = memory.remembered(_Kept, make, by)
    return kept.row(memory, rows, plain=plain)


class _Kept(Generic[T]):
    """The row that was made last, and of what."""

    def __init__(self, make: Callable[..., T], by: tuple[Any, ...]) -> None:
        self._make = make
        self._by = by
        self._rows: tuple[Sequence[Any], ...] = ()
        self._row: Row[T] = Row()

    def row(self, memory: Memory, rows: tuple[Sequence[Any], ...], *, plain: bool) -> Row[T]:
        """The row for these members."""
        rows = tuple(tuple(row) for row in rows)
        made = self._made(memory, rows)
        before = self._row.members
        if plain and len(made) == len(before):
            changed = compress(count(), map(is_not, before, made))
            for place in [place for place in changed if before[place] == made[place]]:
                made[place] = before[place]
        self._rows = rows
        if len(made) != len(before) or any(map(is_not, before, made)):
            self._row = Row(tuple(made))
        return self._row

    def _made(self, memory: Memory, rows: tuple[Sequence[Any], ...]) -> list[T]:
        if not self._rows:
            return memory.worked_out_each(
                self._make, [(*members, *self._by) for members in zip(*rows, strict=True)]
            )
        before, known = self._rows, self._row.members
        edges = [edges_of(old, new) for old, new in zip(before, rows, strict=True)]
        start, end = min(edge[0] for edge in edges), min(edge[1] for edge in edges)
        old_end, new_end = len(known) - end, len(rows[0]) - end
        among = {
            tuple(map(id, members)): result
            for members, result in zip(
                zip(*(row[start:old_end] for row in before), strict=True), known[start:old_end], strict=True
            )
        }
        between = list(zip(*(row[start:new_end] for row in rows), strict=True))
        found: list[Any] = [among.get(tuple(map(id, members)), _NEW) for members in between]
        new = [(*members, *self._by) for members, one in zip(between, found, strict=True) if one is _NEW]
        results = iter(memory.worked_out_each(self._make, new))
        return [*known[:start], *(next(results) if one is _NEW else one for one in found), *known[old_end:]]


def edges_of(before: Sequence[Any], after: Sequence[Any]) -> tuple[int, int]:
    """How many members at the beginning, and how many of the others at the end, are the very same ones."""
    least = min(len(before), len(after))
    start = next(compress(count(), map(is_not, before, after)), least)
    ends = map(is_not, reversed(before), reversed(after))
    return start, min(next(compress(count(), ends), least), least - start)

"""What was worked out before, for as long as it is asked for again."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar, TypeVarTuple

from generator.memo.keeping import Keeping
from generator.workers import Open

T = TypeVar("T")
Inputs = TypeVarTuple("Inputs")
Entry = tuple[Any, Any]

_BY_VALUE = (str, bytes, int, bool, date, type(None))
"""Inputs that are the same when they are equal; anything else is the same when it is the very same object."""


class Memory:
    """Results of functions that depend on their inputs alone, kept from one run to the next.

    That asks three things of a caller: the function stands at the top of a module and closes over nothing;
    everything that it depends on is among the inputs; and what it returns is never changed afterwards,
    because it may be handed out again. A frozen value counts as the same only if it is the very same object,
    so a chain of remembered steps stays remembered up to the first step whose input is new.

    With `keeping`, results of some steps outlive the process; there a value counts by what is in it. Many
    results of such a step are worked out by `workers`, where there are any.
    """

    def __init__(self, keeping: Keeping | None = None, workers: Open | None = None) -> None:
        self._keeping = keeping
        self._workers = workers
        self._known: dict[Hashable, Entry] = {}
        self._asked: dict[Hashable, Entry] = {}
        self._finished = False

    @contextmanager
    def run(self) -> Iterator[None]:
        """One run; once it ends well, what nobody asked for up to the next run is forgotten."""
        self._known = self._asked if self._finished else self._known | self._asked
        self._asked = {}
        self._finished = False
        if self._keeping:
            self._keeping.begin()
        yield
        self._finished = True

    def remembered(self, function: Callable[[*Inputs], T], *inputs: *Inputs) -> T:
        """What `function(*inputs)` returns, called only when it was not called with these inputs before."""
        found = self._found(function, inputs)
        if found is None:
            keeping = self._keeping
            result = keeping.result(function, inputs) if keeping else function(*inputs)
            found = self._note(function, inputs, result)
        value: T = found[1]
        return value

    def worked_out_each(self, function: Callable[..., T], many: Sequence[tuple[Any, ...]]) -> list[T]:
        """What `function(*inputs)` returns for each of many inputs; whoever asks remembers it himself."""
        if self._keeping and self._keeping.keeps(function):
            return list(self._keeping.results(function, many, self._workers))
        return [function(*inputs) for inputs in many]

    def _found(self, function: Callable[..., Any], inputs: tuple[Any, ...]) -> Entry | None:
        key = (function, *map(_key, inputs))
        found = self._asked.get(key) or self._known.get(key)
        if found:
            self._asked[key] = found
            if self._keeping:
                self._keeping.made(function, inputs, found[1])
        return found

    def _note(self, function: Callable[..., Any], inputs: tuple[Any, ...], result: Any) -> Entry:
        # The inputs are kept with the result, so that no other object can take their place in memory.
        entry = self._asked[function, *map(_key, inputs)] = (inputs, result)
        if self._keeping:
            self._keeping.made(function, inputs, result)
        return entry


def _key(value: object) -> Hashable:
    if isinstance(value, tuple):
        return tuple(map(_key, value))
    return (type(value), value) if isinstance(value, _BY_VALUE) else id(value)

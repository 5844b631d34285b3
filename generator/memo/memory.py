"""What was worked out before, for as long as it is asked for again."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar, TypeVarTuple

T = TypeVar("T")
Inputs = TypeVarTuple("Inputs")

_BY_VALUE = (str, bytes, int, bool, date, type(None))
"""Inputs that are the same when they are equal; anything else is the same when it is the very same object."""


class Memory:
    """Results of functions that depend on their inputs alone, kept from one run to the next.

    That asks three things of a caller: the function stands at the top of a module and closes over nothing;
    everything that it depends on is among the inputs; and what it returns is never changed afterwards,
    because it may be handed out again. A frozen value counts as the same only if it is the very same object,
    so a chain of remembered steps stays remembered up to the first step whose input is new.
    """

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[Any, Any]] = {}
        self._asked: dict[Hashable, tuple[Any, Any]] = {}
        self._finished = False

    @contextmanager
    def run(self) -> Iterator[None]:
        """One run; once it ends well, what nobody asked for up to the next run is forgotten."""
        self._known = self._asked if self._finished else self._known | self._asked
        self._asked = {}
        self._finished = False
        yield
        self._finished = True

    def remembered(self, function: Callable[[*Inputs], T], *inputs: *Inputs) -> T:
        """What `function(*inputs)` returns, called only when it was not called with these inputs before."""
        key = (function, *map(_key, inputs))
        # The inputs are kept with the result, so that no other object can take their place in memory.
        found = self._asked.get(key) or self._known.get(key) or (inputs, function(*inputs))
        self._asked[key] = found
        result: T = found[1]
        return result


def _key(value: object) -> Hashable:
    if isinstance(value, tuple):
        return tuple(map(_key, value))
    return (type(value), value) if isinstance(value, _BY_VALUE) else id(value)

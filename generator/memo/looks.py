"""Looks by number: of each place that was looked at, however often, the words are said once."""

import os
from array import array
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple, Protocol

from msgspec import Struct

Look = tuple[str, Any]
"""A table of the archive or the verdicts, and the key that was looked up in it."""


class NewPiece(NamedTuple):
    """A piece that was made in this build, as one process hands it to another."""

    name: bytes
    content: bytes
    numbers: "array[int]"
    """What was looked at, as this process numbers it."""


class Looked(Struct, frozen=True):
    """What was looked at, as one process hands it to another, which has taken all that came before."""

    process: int
    new: tuple[Look, ...]
    """The looks that it numbered since it handed over the last, in the order of their numbers."""
    numbers: "array[int]"
    pieces: tuple[NewPiece, ...] = ()

    @classmethod
    def of(cls, new: tuple[Look, ...], numbers: Iterable[int], pieces: tuple[NewPiece, ...] = ()) -> "Looked":
        """What this process has looked at, and the pieces that it has made."""
        return cls(os.getpid(), new, array("I", numbers), pieces)


class Before(Protocol):
    """Looks that are numbered already, by their places in a ledger."""

    @property
    def count(self) -> int:
        """How many there are."""

    def place(self, look: Look) -> int | None:
        """The place of a look; None where nobody has taken it."""


class Numbers(dict[Any, int]):
    """The numbers of the keys of a table; one that is asked for first is numbered then.

    All looks of one glass are numbered together, each by its place in a list of them `all`; those that were
    known `before` keep their numbers, and stand before the list.
    """

    __slots__ = ("_all", "_before", "_name")

    def __init__(self, name: str, all: list[Look], before: Before | None = None) -> None:
        super().__init__()
        self._name, self._all, self._before = name, all, before

    def __missing__(self, key: Any) -> int:
        before = self._before
        number = before.place((self._name, key)) if before else None
        if number is None:
            number = len(self._all) + (before.count if before else 0)
            self._all.append((self._name, key))
        self[key] = number
        return number

    def __reduce__(self) -> tuple[Any, ...]:
        return _numbers, (self._name, self._all, self._before, dict(self))


def _numbers(name: str, all: list[Look], before: Before | None, known: dict[Any, int]) -> Numbers:
    numbers = Numbers(name, all, before)
    numbers.update(known)
    return numbers


class Places:
    """The places, in one list, of looks that several processes have numbered each for itself.

    Numbers below `before` are places already: all processes have them of looks that were known before.
    """

    def __init__(self, place: Callable[[Look], int], before: int = 0) -> None:
        self._place, self._before = place, before
        self._known: dict[int, array[int]] = {}
        """By process: the place of each look that it has numbered."""

    def of(self, looked: Looked) -> "array[int]":
        """The places of what was looked at. What a process hands over is to come here in its order."""
        self._known.setdefault(looked.process, array("I")).extend(map(self._place, looked.new))
        return self.at(looked.process, looked.numbers)

    def at(self, process: int, numbers: "array[int]") -> "array[int]":
        """The places of what a process has handed over already."""
        known, before = self._known[process], self._before
        if not before:
            return array("I", map(known.__getitem__, numbers))
        return array("I", (one if one < before else known[one - before] for one in numbers))


def plain_of(key: Any) -> Any:
    """A key as it can be written down: words, numbers, days, and tuples of them."""
    if isinstance(key, str):  # as most are
        return key
    if isinstance(key, date):
        return ["day", key.toordinal()]
    return [plain_of(part) for part in key] if isinstance(key, tuple) else key


def key_of(plain: Any) -> Any:
    """A key as it was before it was written down."""
    if not isinstance(plain, list):
        return plain
    if len(plain) == 2 and plain[0] == "day" and isinstance(plain[1], int):
        return date.fromordinal(plain[1])
    return tuple(key_of(part) for part in plain)

"""What was read of what stands in bytes: held for whoever wants it again, up to a weight."""

from typing import Protocol


class Forgetful(Protocol):
    """Something that is read when it is wanted."""

    def forget(self) -> None:
        """Let what was read go; it can be read again."""


class Held:
    """What was read, and how much it is: at most `most` bytes, as they are kept, or little more."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._all: list[Forgetful] = []
        self._weight = 0

    def add(self, one: Forgetful, weight: int) -> None:
        """Note that it was read; `weight` is the number of bytes that it stands in."""
        self._all.append(one)
        self._weight += weight

    def relax(self) -> None:
        """Let go of everything, once it is much."""
        if self._weight > self._most:
            for one in self._all:
                one.forget()
            self._all.clear()
            self._weight = 0

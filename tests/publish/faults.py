"""Faults at a chosen change of the disk: a file opened, renamed, linked or removed, a folder made or removed.

Python tells an audit hook of each before it happens, and what the hook raises is what the call fails with; so
a fault comes just where a machine would have it, and in hundredths of a second.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "shutil.copyfile"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Killed(BaseException):
    """The process is no more: from here on nothing reaches the disk."""


@dataclass
class Fault:
    """What happens from a change on (counted from 0), and how many changes there were."""

    at: int
    strike: Callable[[], BaseException]
    for_ever: bool = True
    seen: int = field(default=0, init=False)

    def struck(self) -> BaseException | None:
        here, self.seen = self.seen, self.seen + 1
        return self.strike() if here == self.at or (self.for_ever and here > self.at) else None


_present: list[Fault] = []


def _hook(event: str, told: tuple[object, ...]) -> None:
    if not _present:
        return
    changes = event in CHANGES or (event == "open" and isinstance(told[2], int) and told[2] & WRITING)
    if changes and "site" in str(told[0]) and (error := _present[-1].struck()):
        raise error


sys.addaudithook(_hook)


@contextmanager
def struck(fault: Fault) -> Iterator[Fault]:
    """Let a fault come to whatever changes a path with `site` in it."""
    _present.append(fault)
    try:
        yield fault
    finally:
        _present.pop()


def killed(at: int) -> Fault:
    """A kill before a change: nothing that comes after it is done."""
    return Fault(at, Killed)


def failing(at: int, number: int, *, for_ever: bool) -> Fault:
    """A disk that refuses a change, or every change from that one on."""
    return Fault(at, lambda: OSError(number, os.strerror(number)), for_ever)


NEVER = sys.maxsize


def changes_of(work: Callable[[], object]) -> int:
    """How often some work changes the disk."""
    with struck(Fault(NEVER, Killed)) as fault:
        work()
    return fault.seen

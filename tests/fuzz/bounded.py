"""How long one input may take."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from zlib import crc32

SECONDS = 2.0
"""Of the processor, for one input within the limits."""
ENDLESS = 30
"""Seconds of the processor after which an input is given up."""
MANY = 20_000
"""Bytes of an input that is repeated: what takes the square of its length shows."""
SELDOM = 64
"""One in so many inputs is repeated, always the same ones."""


class TooSlowError(AssertionError):
    """An input that takes too long."""


@contextmanager
def bounded(seconds: float = SECONDS) -> Iterator[None]:
    """Fail when what is done here takes more seconds of the processor, and break off what does not end."""
    before = signal.signal(signal.SIGVTALRM, _give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, ENDLESS)
    start = time.process_time()
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    taken = time.process_time() - start
    if taken > seconds:
        raise TooSlowError(f"{taken:.1f} seconds")


def is_repeated(data: bytes) -> bool:
    """Whether an input is to be tried once more, many times over."""
    return len(data) > 0 and crc32(data) % SELDOM == 0


def repeated(text: str) -> str:
    """A text so often that it is long."""
    return (text * (MANY // max(len(text), 1)))[:MANY]


def _give_up(number: int, frame: FrameType | None) -> None:
    raise TooSlowError(f"not at its end after {ENDLESS} seconds")

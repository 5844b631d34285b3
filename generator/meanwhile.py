"""Work whose result is a few bytes, done by another process meanwhile."""

import os
import sys
from collections.abc import Callable

MOST = 4096
"""Bytes that surely fit into a pipe which nobody reads yet."""


def meanwhile(work: Callable[[], bytes]) -> Callable[[], bytes]:
    """Begins some work that may fail with OSError; what is returned waits for it, and must be called.

    The bytes are empty when it failed. They are at most `MOST`. Where a process cannot be forked safely, the
    work is done when its result is asked for.
    """
    if sys.platform != "linux":
        return lambda: _tried(work)
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.write(writing, _tried(work))
        finally:
            os._exit(0)
    os.close(writing)

    def result() -> bytes:
        with os.fdopen(reading, "rb") as pipe:
            content = pipe.read(MOST)
        os.waitpid(child, 0)
        return content

    return result


def _tried(work: Callable[[], bytes]) -> bytes:
    try:
        return work()
    except OSError:
        return b""

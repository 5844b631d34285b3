"""A stream for messages that goes on when nobody can hear it."""

import os
import sys
from contextlib import suppress
from typing import IO, Any


class Unheard:
    """A stream of which it does not matter whether it can be written: a full disk, a reader who has left.

    Only for messages. What a command is asked for must be written, or the command has failed.
    """

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write what can be written."""
        with suppress(OSError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Hand on what can be handed on."""
        with suppress(OSError):
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        """All else is as the stream has it."""
        return getattr(self._stream, name)


def drop_unwritten() -> None:
    """Leave nothing to the interpreter that it would write when it ends, and cannot."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

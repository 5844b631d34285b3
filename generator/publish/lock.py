"""One build at a time writes to an output folder; the others wait, and say for whom."""

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

from generator.errors import PublishError, place_and_reason
from generator.publish.paths import LOCK

PATIENCE = 60.0
"""Seconds that a build waits for another one."""
HINTS = dict.fromkeys((errno.ENOSPC, errno.EDQUOT), "Make room on that disk; the site stays as it was.")
"""What to do, where it is not the lock that is at fault."""


@contextmanager
def held(
    output: Path, tell: Callable[[str], None], patience: float = PATIENCE
) -> Iterator[Callable[[], None]]:
    """Hold an output folder, which is made where there is none; it is free again when the process ends.

    Gives what raises PublishError once the folder is held no more, because it was removed or replaced.
    Raises PublishError when another process holds it for longer than `patience` seconds, or when it cannot be
    held at all; then nothing was changed.
    """
    is_new = not output.exists()
    try:
        output.mkdir(parents=True, exist_ok=True)
        lock, said = _acquired(output, tell, patience)
    except OSError as error:
        if is_new:
            _take_away(output)
        hint = (
            HINTS.get(error.errno or 0)
            or f"Look at what {output / LOCK} is, and remove it; builds make it anew."
        )
        raise PublishError(
            f"The output folder {output} cannot be locked: {place_and_reason(error)}.", hint
        ) from error
    try:
        yield partial(_make_sure, output, said)
    finally:
        with suppress(OSError):  # while it is still held: whoever waits for it looks whether it is there
            (output / LOCK).unlink()
        lock.release()
        if is_new:
            _take_away(output)


def _take_away(output: Path) -> None:
    with suppress(OSError):  # something was put into it
        output.rmdir()


def _make_sure(output: Path, said: str) -> None:
    with suppress(OSError, ValueError):
        if (output / LOCK).read_text(encoding="ascii") == said:
            return
    raise PublishError(
        f"The output folder {output} was removed or replaced during the build.", "Build again."
    )


def _acquired(output: Path, tell: Callable[[str], None], patience: float) -> tuple[FileLock, str]:
    file = output / LOCK
    lock = FileLock(file)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        tell(f"Waiting for {_holder(file)}")
        try:
            lock.acquire(timeout=patience)
        except Timeout:
            raise PublishError(
                f"The output folder {output} is held by {_holder(file)}.",
                "Wait until that build has ended, or give this one more time with --lock-timeout.",
            ) from None
    said = f"process {os.getpid()} since {time.strftime('%H:%M:%S')}"
    try:
        file.write_text(said, encoding="ascii")
    except OSError:
        with suppress(OSError):
            file.unlink()
        lock.release()
        raise
    return lock, said


def _holder(file: Path) -> str:
    """Who holds a lock, as far as it says so."""
    with suppress(OSError, ValueError):
        words = file.read_text(encoding="ascii").split()
        if len(words) == 4 and words[1].isdecimal():
            return " ".join(words)
    return "another process"

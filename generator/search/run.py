"""Running a program that may do anything: fail, hang, print without end, or leave children behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO

from msgspec import Struct

from generator.errors import SearchError

KEPT_VARIABLES = ("PATH", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "LD_LIBRARY_PATH")
"""All that a program is told of our environment; PAGEFIND_* would change what is indexed, and where to."""

OUTPUT_LIMIT = 64 * 1024
"""Bytes of a program's output that are kept; the rest is read and thrown away."""

_running: set[subprocess.Popen[bytes]] = set()
"""What other threads wait for."""


class Ran(Struct, frozen=True):
    """How a program ended (negative: the signal that ended it), and the beginning of what it printed."""

    code: int
    output: str

    @property
    def told(self) -> str:
        """The first lines that it printed, for a message; banners and blank lines left out."""
        lines = [line.strip() for line in self.output.splitlines() if line.strip()]
        errors = [line for line in lines if "error" in line.lower()]
        shown = (errors or lines)[:5]
        return " / ".join("".join(c if c.isprintable() else "?" for c in line)[:300] for line in shown)


def run(command: Sequence[str], folder: Path, limit: float) -> Ran:
    """Run a program in `folder` without input and end all of its children after `limit` seconds.

    Raises SearchError when it cannot be started or takes too long.
    """
    environment = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    try:
        process = subprocess.Popen(  # noqa: S603 - a list, no shell; the operator chose the program
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        raise SearchError(f"Pagefind could not be started: {command[0]}: {_reason(error)}.") from error
    _running.add(process)
    kept = bytearray()
    reader = Thread(target=_drain, args=(process.stdout, kept), daemon=True)
    reader.start()
    try:
        code = process.wait(limit)
    except subprocess.TimeoutExpired as error:
        raise SearchError(
            f"Pagefind did not finish within {limit:g} seconds and was stopped.",
            "Run the build again; if it happens again, build with --no-search.",
        ) from error
    finally:
        _running.discard(process)
        _end_group(process)
        # A child that left the group may hold the pipe open for ever, so this waits for a moment only.
        reader.join(2)
    return Ran(code, bytes(kept).decode("utf-8", "replace"))


def end_all() -> None:
    """End every program that this process runs, because the process itself is to end."""
    for process in tuple(_running):
        _end_group(process)


def _drain(pipe: IO[bytes] | None, kept: bytearray) -> None:
    """Read until the end, so that the program never stands still before a full pipe."""
    if pipe is None:
        return
    with pipe:
        while block := os.read(pipe.fileno(), OUTPUT_LIMIT):
            kept.extend(block[: OUTPUT_LIMIT - len(kept)])


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End the program and every child that it left."""
    if sys.platform != "win32":
        # Nothing may be left of it; macOS says that with PermissionError.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)

"""The program at a terminal of its own, with a person who types."""

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.archive import ROOT

PATIENCE = 60
"""Seconds after which a program that waits for more answers is given up."""


def at_a_terminal(words: Sequence[str], answers: Sequence[str], cwd: Path) -> tuple[int, str]:
    """The exit code and all that stood there; each answer is typed once the program waits for it."""
    terminal, end = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "generator", *words],
        stdin=end,
        stdout=end,
        stderr=end,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])},
        start_new_session=True,
    )
    os.close(end)
    shown, waiting, until = b"", list(answers), time.monotonic() + PATIENCE
    try:
        while time.monotonic() < until:
            if select.select([terminal], [], [], 0.1)[0]:
                shown += os.read(terminal, 4096)
            elif waiting and shown.endswith(b": "):
                os.write(terminal, f"{waiting.pop(0)}\n".encode())
    except OSError:
        pass  # how a terminal says that nobody is at its other end any more
    finally:
        os.close(terminal)
    try:
        return program.wait(timeout=5), shown.decode().replace("\r", "")
    except subprocess.TimeoutExpired:
        program.kill()
        return program.wait(), shown.decode().replace("\r", "")

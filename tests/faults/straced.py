"""Faults that the kernel itself makes, through strace: a signal or an error at a chosen call."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from tests.faults.forked import ended, forked, kill

CALLS = ("rename", "renameat2", "unlink", "unlinkat", "mkdir", "rmdir", "link", "linkat")
"""By which Python changes a folder; each is counted apart."""
PATIENCE = 20


def is_possible() -> bool:
    """Whether strace is here and may look into other processes."""
    strace = shutil.which("strace")
    return (
        bool(strace)
        and not subprocess.run(
            [str(strace), "-qq", "-o", os.devnull, "true"], check=False, capture_output=True
        ).returncode
    )


def with_fault(work: Callable[[], object], calls: str, fault: str, said: Path | None = None) -> int:
    """Do some work in a process to which a fault comes, such as `signal=KILL:when=3`; gives how it ended."""
    held, go = os.pipe()

    def when_told() -> None:
        os.close(go)
        os.read(held, 1)
        work()

    pid = forked(when_told, said)
    os.close(held)
    strace = subprocess.Popen(
        [
            "strace",
            "-f",
            "-qq",
            "-o",
            os.devnull,
            "-p",
            str(pid),
            f"--trace={calls}",
            f"--inject={calls}:{fault}",
        ],
        stderr=subprocess.PIPE,
    )
    try:
        _await_tracer(pid)
        os.write(go, b"!")
        return ended(pid)
    except TimeoutError:
        kill(pid)
        ended(pid)
        raise
    finally:
        os.close(go)
        strace.wait(PATIENCE)
        if strace.stderr:
            strace.stderr.close()


def _await_tracer(pid: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
        if "TracerPid:\t0\n" not in status:
            return
        time.sleep(0.005)
    raise TimeoutError("strace did not attach")

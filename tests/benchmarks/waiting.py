"""Waiting for what a server does, and asking it."""

import http.client
import os
import socket
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 900
IDLE = 0.1
"""Less of a core than that, over half a second, is no work."""


def wait_for(holds: Callable[[], bool], pause: float = 0.002) -> None:
    """Ask until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise SystemExit("it did not come")
        time.sleep(pause)


def wait_until_idle(process: int) -> None:
    """Until a process has had next to nothing to do for half a second; without /proc, five seconds."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        time.sleep(5)
        return

    def ticks() -> int:
        fields = stat.read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    before = ticks() - 1000
    while (now := ticks()) - before > IDLE * 0.5 * os.sysconf("SC_CLK_TCK"):
        before = now
        time.sleep(0.5)


def fetch(port: int, path: str) -> tuple[int, bytes]:
    """Status and body; 0 while nobody answers."""
    connection = http.client.HTTPConnection("localhost", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    except (ConnectionError, http.client.HTTPException):
        return 0, b""
    finally:
        connection.close()


def free_port() -> int:
    """A port that nobody has at this moment."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])

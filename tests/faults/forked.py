"""Work done by a process of its own that need not load the program again, and that can be killed."""

import os
import signal
import traceback
from collections.abc import Callable
from pathlib import Path

TELLS_NOTHING = 0
FAILED = 70


def forked(work: Callable[[], object], said: Path | None = None) -> int:
    """Begin some work in a process group of its own; gives its process id. A traceback goes to `said`."""
    if pid := os.fork():
        return pid
    code = FAILED
    try:
        os.setsid()
        work()
        code = 0
    except BaseException:  # noqa: BLE001 -- this process ends here, whatever it was
        if said:
            said.write_text(traceback.format_exc(), encoding="utf-8")
    finally:
        os._exit(code)


def kill(pid: int) -> None:
    """Kill a process and all that it has begun."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:  # before it had a group of its own
        os.kill(pid, signal.SIGKILL)


def ended(pid: int) -> int:
    """Wait for a process; its exit code, or the negative number of the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

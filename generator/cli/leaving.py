"""How the command ends: at once. To take apart what a build holds takes longer than a small edit."""

import atexit
import os
import sys
import threading
from contextlib import suppress


def leave(end: SystemExit) -> None:
    """End the process as this would end it, once all that is to be done at the end is done.

    Where other threads are at work, or there is more to say than a number, it is raised.
    """
    code = end.code or 0
    if threading.active_count() > 1 or not isinstance(code, int):
        raise end
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError, ValueError):  # what could be told of that was told
                stream.flush()
    os._exit(code)

"""The real command line: `main()` with its arguments, its two streams and its exit code."""

import gc
import os
import signal
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from threading import current_thread, main_thread
from unittest.mock import patch

from generator.cli import main
from generator.cli.commands import ENDINGS


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


def dateline(*words: str | Path, cwd: Path | None = None, env: dict[str, str] | None = None) -> Ran:
    """Run `dateline` with these words; an exception that escapes from it fails the test."""
    out, err = StringIO(), StringIO()
    code = 0
    heard = {one: signal.getsignal(one) for one in ENDINGS} if current_thread() is main_thread() else {}
    with (
        chdir(cwd or Path.cwd()),
        patch.dict(os.environ, env or {}),
        patch.object(sys, "argv", ["dateline", *map(str, words)]),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        finally:
            gc.enable()  # a build is soon over, and so leaves its rubbish lying; tests go on
            for one, handler in heard.items():
                signal.signal(one, handler)
    return Ran(code, out.getvalue(), err.getvalue())

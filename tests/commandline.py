"""The real command line: `main()` with its arguments, its two streams and its exit code."""

import gc
import os
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from unittest.mock import patch

from generator.cli import main


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
    return Ran(code, out.getvalue(), err.getvalue())

"""A run that is led by which branches an input takes, with atheris (libFuzzer)."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.fuzz.found import Found

LONGEST = 1 << 14
"""Bytes of an input."""


def instrumented(packages: tuple[str, ...], load: Callable[[], object]) -> None:
    """Import with a note taken at every branch of these packages, and of nothing else."""
    import atheris

    with atheris.instrument_imports(include=list(packages)):
        load()


def guided(
    found: Found, target: Callable[[bytes], None], seeds: Path, minutes: float, end: Callable[[], None]
) -> None:
    """Try inputs until the minutes are over, then call `end`, which leaves the program.

    What is new is kept in `grown` beside the faults, and the next run starts from it too.
    """
    import atheris

    grown = found.folder / "grown"
    grown.mkdir(parents=True, exist_ok=True)
    last = time.monotonic() + minutes * 60

    def one(data: bytes) -> None:
        found.run(target, data)
        if time.monotonic() > last:
            end()

    options = [
        f"-max_len={LONGEST}",
        "-timeout=120",
        "-rss_limit_mb=3000",
        "-print_final_stats=0",
        "-verbosity=0",
    ]
    atheris.Setup([sys.argv[0], str(grown), str(seeds), f"-artifact_prefix={found.folder}/", *options], one)
    atheris.Fuzz()

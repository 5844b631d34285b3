"""How long a build takes: `python tests/benchmarks/build_times.py [--documents 1000] [--rounds 3]`.

Builds the sample archive and a generated one, each from nothing and once more with nothing changed, in a new
process every time; prints the median in seconds, the greatest memory in MB, and how many times longer than
the build of the sample it took.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import write_archive

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Read the options, measure, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as temporary:
        generated = Path(temporary) / "generated"
        write_archive(generated, options.documents)
        sample = Path(temporary) / "sample"
        shutil.copytree(ROOT / "content", sample / "content")
        rows = [
            (f"{name}, {how}", *measured(folder, search, again, options.rounds))
            for name, folder in (("sample", sample), (f"{options.documents:,} documents", generated))
            for how, search, again in (
                ("without search", False, False),
                ("with search", True, False),
                ("with search, nothing changed", True, True),
            )
        ]
    first = rows[0][1]
    print(f"{'':44}{'seconds':>9}{'MB':>8}{'ratio':>8}")
    for name, seconds, memory in rows:
        print(f"{name:44}{seconds:9.2f}{memory:8.0f}{seconds / first:8.1f}")


def measured(folder: Path, search: bool, again: bool, rounds: int) -> tuple[float, float]:
    """Median seconds and greatest memory in MB over some rounds."""
    command = [sys.executable, "-m", "generator", "build", str(folder), *([] if search else ["--no-search"])]
    seconds, memory = [], 0.0
    for _ in range(rounds):
        if not again:
            shutil.rmtree(folder / "site", ignore_errors=True)
        began = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(time.monotonic() - began)
        if status:
            raise SystemExit(f"the build failed: {' '.join(command)}")
        memory = max(memory, used(usage))
    return statistics.median(seconds), memory


def used(usage: resource.struct_rusage) -> float:
    """Greatest resident memory in MB; macOS counts in bytes, Linux in kilobytes."""
    return usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    main()

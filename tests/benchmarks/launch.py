"""Runs one command and prints what it cost: `python launch.py LOG COMMAND...`.

A process of its own, and a small one, because Linux counts the memory of whoever starts a program to the peak
of the program. Prints the exit code, seconds of wall clock, seconds of CPU time, and MB, as JSON.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread

PAUSE = 0.05
"""Seconds between two looks at the memory of a process with children."""
SHARE = 20
"""Between two looks there is at least this many times what one look took, so that looking costs little."""


def main() -> None:
    """Run the command; what it prints goes into the log."""
    log, *command = sys.argv[1:]
    os.sync()  # what was written before is not to be paid for by this command
    before = set(_processes())
    with Path(log).open("wb") as said:
        began = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        ended, peaks = Event(), [0.0]
        looking = Thread(target=_look, args=(process.pid, before, ended, peaks), daemon=True)
        looking.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    ended.set()
    looking.join()
    # The system itself keeps the peak of the largest process; macOS counts in bytes, Linux in kilobytes.
    largest = usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    print(json.dumps((process.returncode, seconds, usage.ru_utime + usage.ru_stime, max(largest, *peaks))))


def _look(root: int, before: set[int], ended: Event, peaks: list[float]) -> None:
    """Note what a process with children uses together, until it has ended; alone it is not looked at."""
    pause = PAUSE
    while not ended.wait(pause):
        began = time.monotonic()
        tree = _tree(root, before)
        if len(tree) > 1:
            peaks.append(sum(_proportional(number) for number in tree))
        pause = max(PAUSE, SHARE * (time.monotonic() - began))


def _processes() -> list[int]:
    """The numbers of all processes; none where the system does not tell (no Linux)."""
    if not Path("/proc/self/smaps_rollup").exists():
        return []
    return [int(file.name) for file in Path("/proc").iterdir() if file.name.isdigit()]


def _tree(root: int, before: set[int]) -> set[int]:
    """A process and all below it, among those that were not there before."""
    parents = {number: _parent(number) for number in _processes() if number not in before}
    tree, grown = set[int](), {root} & parents.keys()
    while grown:
        tree |= grown
        grown = {number for number, parent in parents.items() if parent in tree} - tree
    return tree


def _parent(number: int) -> int:
    """The number of the process above, 0 when it has ended."""
    try:
        return int(Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _proportional(number: int) -> float:
    """Resident MB of a process, where a page that n processes share counts as 1/n."""
    try:
        lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1e3 for line in lines if line.startswith("Pss:")), 0.0)


if __name__ == "__main__":
    main()

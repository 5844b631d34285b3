"""What a command costs: wall clock, CPU time and memory of the process and all that it starts."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from peers.peer import NotMeasuredError

LAUNCH = Path(__file__).with_name("launch.py")


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one run."""

    seconds: float
    """Wall clock."""
    cpu: float
    """Seconds of all processes and threads, in the program and in the system for it."""
    memory: float
    """Greatest resident MB of all processes together; pages that they share count once."""


def measured(command: Sequence[str], folder: Path, log: Path) -> Cost:
    """Run a command in a folder, in a new process; what it prints goes into `log`.

    Raises NotMeasuredError when it fails.
    """
    launch = [sys.executable, str(LAUNCH), str(log), *command]
    printed = subprocess.run(launch, cwd=folder, capture_output=True, text=True, check=False).stdout
    if not printed:
        raise NotMeasuredError(f"{Path(command[0]).name} could not be started")
    code, seconds, cpu, memory = json.loads(printed)
    if code:
        raise NotMeasuredError(f"its build ended with {code}; see {log.name}")
    return Cost(seconds, cpu, memory)

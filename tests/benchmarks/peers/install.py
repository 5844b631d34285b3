"""Programs from PyPI and npm, by name, each in a folder of its own."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from peers.peer import NotMeasuredError


def from_pypi(requirement: str, folder: Path) -> None:
    """Install a package into a virtual environment in `folder`, unless it is there."""
    if (folder / "installed").exists():
        return
    _run([sys.executable, "-m", "venv", "--clear", str(folder)], folder)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--disable-pip-version-check", "--quiet"]
    _run([*pip, requirement], folder)
    (folder / "installed").touch()


def from_npm(requirement: str, folder: Path) -> None:
    """Install a package into `folder/node_modules`, unless it is there."""
    if (folder / "installed").exists():
        return
    npm = shutil.which("npm")
    if npm is None:
        raise NotMeasuredError("there is no npm on this machine")
    folder.mkdir(parents=True, exist_ok=True)
    _run(
        [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), requirement], folder
    )
    (folder / "installed").touch()


def _run(command: Sequence[str], folder: Path) -> None:
    """Run an installer; what it says goes into a file, because it may name hosts and paths."""
    folder.mkdir(parents=True, exist_ok=True)
    log = folder.with_suffix(".log")
    with log.open("a", encoding="utf-8") as said:
        ended = subprocess.run(command, stdout=said, stderr=said, check=False)
    if ended.returncode:
        raise NotMeasuredError(
            f"could not be installed: {Path(command[0]).name} ended with {ended.returncode}"
        )


def told(command: Sequence[str]) -> str:
    """What a program prints, for its version."""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError) as error:
        raise NotMeasuredError("its program does not run") from error

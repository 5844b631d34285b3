"""Builds on a disk that fills up (as root, because it mounts a tmpfs).

    python -m tests.faults.full --levels 20
    python -m tests.faults.full --levels 20 --least 850 --most 1300 --search

The archive, what is remembered, temporary files and the site lie on one small disk. The site of the first
version stands; then a build of the other version has so many bytes left, from none to more than enough.
"""

import argparse
import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from generator.cli import main as dateline
from generator.publish.recover import recovered
from tests.archive import files_in
from tests.faults.forked import ended, forked
from tests.faults.versions import versions

DISK = 64 << 20
TRACEBACK = "Traceback (most recent call last)"
MACHINE = 2
"""How the command ends when the machine is at fault."""


@dataclass
class Found:
    """What the levels came to."""

    broken: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    """What was told where there was not enough."""
    done: int = 0


@contextmanager
def small_disk(place: Path) -> Iterator[None]:
    """A disk of 64 MB at a place. Raises CalledProcessError where we may not mount."""
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(place)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def filled(folder: Path, levels: Sequence[int], *, search: bool) -> Found:
    """Build with so many kilobytes left, one level after the other."""
    disk, found = folder / "disk", Found()
    two = versions(folder)
    more = [] if search else ["--no-search"]
    with small_disk(disk):
        for number, content in enumerate(two.folders):
            shutil.copytree(content, disk / str(number))
        output, temporary = disk / "site", disk / "tmp"
        temporary.mkdir()

        def built(version: int) -> list[str]:
            return ["build", str(disk / str(version)), "-o", str(output), "--jobs", "1", *more]

        for left in levels:
            _run(built(0), temporary, folder / "said.txt")
            before = files_in(output)
            filler = disk / "filler"
            free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
            with filler.open("wb") as stream:
                stream.write(bytes(max(0, free - left * 1024)))
            code, said = _run(built(1), temporary, folder / "said.txt")
            filler.unlink()
            recovered(output)
            after = files_in(output)
            if code == 0:
                found.done += 1
            else:
                found.refused.append(f"{left} kB left: {' '.join(said.split())}")
            if TRACEBACK in said or code not in {0, MACHINE}:
                found.broken.append(f"{left} kB left: exit {code}: {said}")
            if code and after != before:
                found.broken.append(f"{left} kB left: the site did not stay as it was")
            shutil.rmtree(disk / "1" / ".dateline", ignore_errors=True)
    return found


def _run(command: list[str], temporary: Path, said: Path) -> tuple[int, str]:
    """Run the command in a process of its own; how it ended and what it said."""

    def work() -> None:
        tempfile.tempdir = os.environ["TMPDIR"] = str(temporary)
        with said.open("w", encoding="utf-8") as stream:
            os.dup2(stream.fileno(), 1)
            os.dup2(stream.fileno(), 2)
            sys.stdout, sys.stderr = (
                io.TextIOWrapper(io.FileIO(handle, "w"), write_through=True) for handle in (1, 2)
            )
            with patch.object(sys, "argv", ["dateline", *command]):
                try:
                    dateline()
                except SystemExit as ending:
                    os._exit(int(ending.code or 0))

    code = ended(forked(work, said.with_suffix(".traceback")))
    if code not in {0, MACHINE} and (told := said.with_suffix(".traceback")).exists():
        said.write_bytes(said.read_bytes() + told.read_bytes())
    return code, said.read_text(encoding="utf-8", errors="replace")


def main() -> int:
    """Fill the disk, and say what was found."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--levels", type=int, default=20)
    asked.add_argument("--most", type=int, default=800, metavar="KB", help="what is left at the last level")
    asked.add_argument("--least", type=int, default=0, metavar="KB", help="what is left at the first level")
    asked.add_argument("--search", action="store_true", help="with the search index")
    given = asked.parse_args()
    step = (given.most - given.least) / (given.levels - 1)
    levels = [given.least + int(step * level) for level in range(given.levels)]
    with TemporaryDirectory(prefix="dateline-full-") as folder:
        found = filled(Path(folder), levels, search=given.search)
    print(
        *found.refused, f"{found.done} of {given.levels} had enough", f"{len(found.broken)} broken", sep="\n"
    )
    print(*found.broken[:10], sep="\n")
    return 1 if found.broken else 0


if __name__ == "__main__":
    raise SystemExit(main())

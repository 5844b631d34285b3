"""Builds killed at random moments, and what is found afterwards.

python -m tests.faults.kills --rounds 500
python -m tests.faults.kills --rounds 100 --search
"""

import argparse
import os
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.asked import Options
from generator.build import Built, Means, build
from generator.publish.journal import read_journal
from generator.publish.manifest import read_manifest
from generator.publish.paths import JOURNAL
from generator.publish.recover import recovered
from generator.publish.verify import verify
from tests.archive import files_in
from tests.faults.forked import ended, forked, kill
from tests.faults.versions import Versions, versions

WHOLE = 8
"""After so many kills a build is let through, and compared with a clean one."""


@dataclass
class Found:
    """What the rounds came to."""

    broken: list[str] = field(default_factory=list)
    """What must never be: a file that is neither old nor new, a site that is neither, a build that fails."""
    ends: Counter[str] = field(default_factory=Counter)
    takes: tuple[float, float] = (0, 0)
    """Seconds of the last whole build, and of its publishing."""


def publishing_of(
    two: Versions, version: int, output: Path, *, search: bool, tell: Callable[[str], None]
) -> None:
    """Build one of the versions, as the command does."""
    folder = two.folders[version]
    means = Means(cache=folder / ".dateline")
    result = build(folder, output, Options(search=search), tell, means)
    if not isinstance(result, Built):
        raise TypeError("mistakes in the content of the test")


def killed_at_random(folder: Path, rounds: int, *, search: bool = False, seed: int = 8) -> Found:
    """Kill builds: a third anywhere, a third while they publish, a third while files take their places."""
    two, found, chance = versions(folder), Found(), random.Random(seed)  # noqa: S311 -- no secret
    output = folder / "site"
    sites = two.sites
    if search:
        sites = tuple(_with_search(two, folder, version) for version in (0, 1))
    takes, publishes = _timed(two, 0, output, search=search)
    for number in range(rounds):
        there, back = os.pipe()

        def tell(stage: str, back: int = back) -> None:
            if stage == "Publishing":
                os.write(back, b"P")

        version = number % 2 == 0
        pid = forked(
            lambda tell=tell, version=version: publishing_of(two, version, output, search=search, tell=tell)
        )
        os.close(back)
        if number % 3 == 0:
            time.sleep(chance.uniform(0, takes))
        elif os.read(there, 1) and number % 3 == 1:
            time.sleep(chance.uniform(0, publishes))
        else:
            _await(output / JOURNAL, publishes * 20)
            time.sleep(chance.uniform(0, publishes / 10))
        os.close(there)
        kill(pid)
        was_killed = ended(pid) < 0
        _look(output, sites, found, was_killed=was_killed)
        if number % WHOLE == WHOLE - 1:
            takes, publishes = _timed(two, version, output, search=search)
            if files_in(output) != sites[version]:
                found.broken.append(f"round {number}: the build after it is not the clean one")
    found.takes = (takes, publishes)
    return found


def _await(file: Path, patience: float) -> None:
    """Wait for a file that is there for a moment only."""
    until = time.monotonic() + patience
    while not file.exists() and time.monotonic() < until:
        pass


def _timed(two: Versions, version: int, output: Path, *, search: bool) -> tuple[float, float]:
    """Build to the end; the seconds of it all, and of publishing."""
    began = time.monotonic()
    stages: dict[str, float] = {}
    publishing_of(
        two,
        version,
        output,
        search=search,
        tell=lambda stage: stages.setdefault(stage, time.monotonic()) and None,
    )
    over = time.monotonic()
    return over - began, over - stages["Publishing"]


def _with_search(two: Versions, folder: Path, version: int) -> dict[str, bytes]:
    output = folder / f"searched-{version}"
    publishing_of(two, version, output, search=True, tell=lambda stage: None)
    return files_in(output)


def _look(output: Path, sites: tuple[dict[str, bytes], ...], found: Found, *, was_killed: bool) -> None:
    """See that every file is whole, and that the folder is one of the sites and what it says it is."""
    for path, what in files_in(output).items():
        if not path.startswith(".dateline") and what not in {site.get(path) for site in sites}:
            found.broken.append(f"{path} is neither old nor new")
    journal = read_journal(output)
    recovered(output)
    (output / ".dateline.lock").unlink(missing_ok=True)
    if files_in(output) not in sites:
        found.broken.append("the site is neither the old one nor the new one")
    manifest = read_manifest(output)
    if not manifest or (faults := verify(output, manifest).faults):
        found.broken.append(f"not what the manifest says: {faults[0] if manifest else 'there is none'}")
    found.ends["killed with a journal" if journal else "killed" if was_killed else "was done"] += 1


def main() -> int:
    """Kill builds, and say what was found."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rounds", type=int, default=500)
    asked.add_argument(
        "--search", action="store_true", help="with the search index, so Pagefind is killed too"
    )
    asked.add_argument("--seed", type=int, default=8)
    given = asked.parse_args()
    with TemporaryDirectory(prefix="dateline-kills-") as folder:
        found = killed_at_random(Path(folder), given.rounds, search=given.search, seed=given.seed)
    print(
        f"{given.rounds} builds killed; "
        + ", ".join(f"{count} {end}" for end, count in sorted(found.ends.items()))
    )
    print("a build takes {:.2f} s, {:.2f} s of it publishing".format(*found.takes))
    print(f"{len(found.broken)} broken", *found.broken[:20], sep="\n  ")
    return 1 if found.broken else 0


if __name__ == "__main__":
    raise SystemExit(main())

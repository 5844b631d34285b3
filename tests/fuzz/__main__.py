"""`python -m tests.fuzz TARGET --minutes 10`: try inputs, and write those that fail into a folder."""

import argparse
import os
import random
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz.found import Found
from tests.fuzz.guided import guided, instrumented
from tests.fuzz.mutation import changed
from tests.fuzz.targets import CORPUS, TARGETS, module_of, seeds_of

PACKAGES = {
    "front_matter": ("generator.read", "generator.model", "yaml"),
    "markdown": ("generator.read", "generator.render", "markdown_it"),
    "fact_values": ("generator.read", "generator.model", "generator.words"),
    "aliases": ("generator.read", "generator.model"),
    "search_queries": ("generator.search.read",),
}
"""Whose branches tell something new: they are named before anything of them is imported."""
NOTED = 5
"""How many times as long the program takes when every branch is noted, at most."""


def main() -> None:
    """Run one target; the exit code is 1 when anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--found", type=Path, default=Path(tempfile.gettempdir()) / "dateline-fuzz")
    parser.add_argument("--seed", type=int, default=0, help="of the random changes, where atheris is missing")
    parser.add_argument("--unguided", action="store_true", help="without atheris, even where it is there")
    asked = parser.parse_args()
    found = Found(asked.found / asked.target)
    started = time.process_time()

    def end() -> None:
        kept = ", ".join(sorted(found.kept)) or "nothing"
        print(f"{asked.target}: {found.runs} inputs, {time.process_time() - started:.0f} s of the processor")
        print(f"found: {kept}" + (f" (in {found.folder})" if found.kept else ""))
        sys.stdout.flush()
        os._exit(bool(found.kept))

    if find_spec("atheris") and not asked.unguided:
        found.seconds *= NOTED
        instrumented(PACKAGES[asked.target], lambda: module_of(asked.target))
        guided(found, module_of(asked.target).target, CORPUS / asked.target, asked.minutes, end)
    last = time.monotonic() + asked.minutes * 60
    chance = random.Random(asked.seed)  # noqa: S311 -- the same inputs again with the same seed, no secret
    for data in changed(tuple(seeds_of(asked.target).values()), chance):
        found.run(module_of(asked.target).target, data)
        if time.monotonic() > last:
            end()


if __name__ == "__main__":
    main()

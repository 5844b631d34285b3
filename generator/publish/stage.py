"""Everything that is to change, laid ready inside the output folder before anything is changed."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.errors import PublishError
from generator.publish.content import Content, holds, imprint_of
from generator.publish.journal import Journal
from generator.publish.paths import MANIFEST, STAGE
from generator.publish.plan import Plan
from generator.publish.write import lay, stands, twin

CLAIM = "claim"
"""The manifest while files are moved: it lists those of both builds, and all are ours."""
AFTER = "after"
"""The manifest when they have been moved."""
BEFORE = "before"
"""The manifest that stood there, if one did."""
FEW = 200
"""Files that are handed to the disk one by one; with more of them, the disk is asked once for all."""


def new(output: Path, number: int) -> Path:
    """Where a file waits to take its place."""
    return output / STAGE / f"{number}.new"


def old(output: Path, number: int) -> Path:
    """Where the file lies whose place is taken."""
    return output / STAGE / f"{number}.old"


def laid_ready(
    site: Mapping[str, Content], output: Path, needed: Plan, claim: bytes, after: bytes
) -> Journal:
    """Lay ready what a plan needs, and read it again; the site itself is not touched.

    `claim` and `after` are the manifests for while files are moved, and for when they have been.
    Raises PublishError when what was laid there is not what was made; OSError when it cannot be laid there.
    """
    clear(output)
    (output / STAGE).mkdir()
    gone = tuple(path for path in needed.gone if path not in needed.in_the_way and stands(output, path))
    added = frozenset(path for path in needed.write if not stands(output, path))
    is_first = not (output / MANIFEST).exists()
    journal = Journal(needed.in_the_way, needed.write, gone, added, is_first)
    for number, path in journal.numbered:
        if number in journal.writes:
            lay(site[path], new(output, number))
        if path not in added:
            twin(output / path, old(output, number))
    (output / STAGE / CLAIM).write_bytes(claim)
    (output / STAGE / AFTER).write_bytes(after)
    if not is_first:
        twin(output / MANIFEST, output / STAGE / BEFORE)
    _kept_by_the_disk(output)
    for number, path in zip(journal.writes, journal.write, strict=True):
        if not holds(new(output, number), imprint_of(site[path])):
            place = new(output, number)
            raise PublishError(
                f"The disk does not hold what was written to it: {place}.", "Look at the disk."
            )
    return journal


def clear(output: Path) -> None:
    """Remove the stage of a build that has ended."""
    stage = output / STAGE
    if stage.is_symlink() or stage.is_file():
        stage.unlink()
    elif stage.exists():
        shutil.rmtree(stage)


def _kept_by_the_disk(output: Path) -> None:
    """Wait until the disk has what was laid there: a machine that loses its power keeps one site whole."""
    laid = list((output / STAGE).iterdir())
    if len(laid) > FEW:
        os.sync()
        return
    for file in (*laid, output / STAGE):
        handle = os.open(file, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

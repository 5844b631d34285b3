"""A build that was ended half-way, brought to its end by the next one."""

import os
from pathlib import Path

from generator.errors import PublishError, place_and_reason
from generator.publish.apply import finish, undo
from generator.publish.journal import read_journal
from generator.publish.paths import JOURNAL, UNFINISHED
from generator.publish.stage import clear


def recovered(output: Path) -> bool:
    """Finish or undo what an earlier build left in an output folder that is held; whether there was anything.

    Raises PublishError where that is not possible; a later build tries again.
    """
    try:
        journal = read_journal(output)
        if journal is None:
            _forget(output / JOURNAL)
            clear(output)
        else:
            (undo if journal.undoing else finish)(output, journal)
        _forget(output / UNFINISHED)
    except OSError as error:
        told = place_and_reason(error, output)
        raise PublishError(
            f"A build that was ended half-way could not be brought to its end: {told}.",
            "Once that can be written again, the next build does it.",
        ) from error
    return journal is not None


def _forget(file: Path) -> None:
    if os.path.lexists(file):
        file.unlink()

"""`dateline check --watch`: a round of checks after every change."""

import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from msgspec.structs import replace

from generator.asked import Options, Remembered, Tell
from generator.assemble.due import due_after, moments_of
from generator.cli.options import present_moment
from generator.cli.printed import print_diagnostics, shown
from generator.cli.summary import checked
from generator.cli.terminal import complain, progress, stdout
from generator.errors import DatelineError
from generator.examined import Examined, examine
from generator.read.disk import CONTENT
from generator.read.file import ReadFile
from generator.watch import Watch

NAP = 0.5
"""Seconds after which the clock is read again: a machine may have slept, and a Ctrl-C that comes a moment
before the waiting begins is heard only when it ends."""
BEGIN, END = "dateline: checking", "dateline: checked: "
"""Lines around a round. They must stay: the tasks that `dateline schema` writes for editors wait for them."""


def check_in_rounds(folder: Path, options: Options) -> int:
    """Check, and check again after every change, until Ctrl-C.

    An operator's mistake in the first round ends it; one in a later round, such as a content folder that is
    moved away, is told, and the next change is waited for.
    """
    before = Remembered()
    try:
        with Watch((folder / CONTENT,), complain) as watch:
            with progress() as tell:
                due = _round(folder, options, tell, before)
            changes = _Changes(watch)
            while (changed := changes.until(due)) is not None:
                _tell_changes(changed, folder)
                try:
                    due = _round(folder, replace(options, now=present_moment()), lambda stage: None, before)
                except DatelineError as error:
                    complain(str(error), error.hint)
                    stdout.print(f"{END}{error}", markup=False)
                    due = None
    except KeyboardInterrupt:
        pass  # the one way to end it, so it is no failure
    return 0


class _Changes:
    """What a watch says, for one who also looks at the clock."""

    def __init__(self, watch: Watch) -> None:
        self._told: SimpleQueue[frozenset[Path] | None] = SimpleQueue()
        Thread(target=self._listen, args=(watch,), name="dateline-watch", daemon=True).start()

    def until(self, due: datetime | None) -> frozenset[Path] | None:
        """The files of the next burst; none once it is `due`, and None when nothing more will come."""
        while True:
            left = NAP if due is None else (due - present_moment()).total_seconds()
            if left <= 0:
                return frozenset()
            try:
                return self._told.get(timeout=min(left, NAP))
            except Empty:
                continue

    def _listen(self, watch: Watch) -> None:
        for changed in watch.changes():
            self._told.put(changed)
        self._told.put(None)


def _round(folder: Path, options: Options, tell: Tell, before: Remembered) -> datetime | None:
    """One round; returns when time alone makes another one necessary, None for never."""
    stdout.print(BEGIN)
    began = time.monotonic()
    examined = examine(folder, options, tell, before)
    seconds = time.monotonic() - began
    print_diagnostics(examined.diagnostics, stdout)
    stdout.print(f"{END}{checked(examined, seconds)}", markup=False)
    if options.now is None or options.as_of is not None:
        return None
    return due_after(options.now, moments_of(_files(examined)), examined.archive.site.timezone)


def _files(examined: Examined) -> Iterator[ReadFile]:
    yield from examined.sources
    yield from (one.file for one in examined.absent)


def _tell_changes(changed: frozenset[Path], folder: Path) -> None:
    """When it was and which file, for a person who looks at the terminal now and then."""
    if not stdout.is_terminal:
        return
    if not changed:
        stdout.print(f"\n{time.strftime('%H:%M:%S')}  what is published now is not what it was", style="dim")
        return
    first, *others = sorted(path.relative_to(folder).as_posix() for path in changed)
    more = f" and {len(others):,} more" if others else ""
    stdout.print(f"\n{time.strftime('%H:%M:%S')}  {shown(first)}{more}", style="dim", markup=False)

"""A look at the whole archive, after which everything is as a build would write it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from generator.asked import Options
from generator.assemble.due import due_after, moments_of
from generator.errors import DatelineError
from generator.examined import Gathered, checked, gathered
from generator.model.diagnostic import Diagnostic, Mark
from generator.preview.current import Current
from generator.preview.early import early
from generator.preview.exchange import Exchange
from generator.preview.found import Found
from generator.preview.recalled import Recalled
from generator.preview.round import Examination, Told
from generator.preview.snapshot import Snapshot
from generator.preview.telling import Telling, since
from generator.preview.wanted import Turn
from generator.read.discover import Discovered
from generator.read.disk import CONTENT

OPERATOR = "preview"
"""Stands where the code of a rule would, for what is wrong with the folder or the theme."""
GRACE = 0.4
"""Seconds that a browser has for its first page before all others are read, which takes the processor."""
Clock = Callable[[], datetime]


class Look:
    """Looks at everything, and remembers what has not changed. Mistakes that take pages away leave the last
    good pages where they are, and are told."""

    def __init__(
        self,
        folder: Path,
        options: Options,
        clock: Clock | None,
        current: Current,
        exchange: Exchange,
        telling: Telling,
        told: Told,
        follow: Callable[[Snapshot], None],
        recalled: Recalled,
    ) -> None:
        self._folder = folder
        self._options = options
        self._clock = clock if options.as_of is None else None
        self._current = current
        self._exchange = exchange
        self._telling = telling
        self._told = told
        self._follow = follow
        self._recalled = recalled
        self._early = True
        """Whether the newest documents are shown before the others are read."""
        self._found = Found(folder, recalled)
        self.due: datetime | None = None
        """When time alone changes what is published; None where it never does."""

    def left(self) -> float | None:
        """Seconds until time alone changes what is published; None where it never does."""
        if self._clock is None or self.due is None:
            return None
        return (self.due - self._clock()).total_seconds()

    def at(self, turn: Turn) -> None:
        """One look, for what was saved or because time has come."""
        remembered = self._recalled.remembered
        memory = remembered.memory
        if self._clock and (self.due is None or turn.of_time):
            # While nothing is due every moment is alike, and what was worked out for one holds for the next.
            self._options, self.due = replace(self._options, now=self._clock()), None
        if turn.shown:
            self._telling.differences(())
        with memory.run():
            if self._early and (first := early(self._folder, remembered)):
                self._exchange.show(self._gather(first), turn, whole=False)
                self._current.shown.wait(GRACE)
            self._early = False
            there = self._found.last() if turn.of_time else self._found.after(turn.files)
            found = self._gather(there)
            wrong = self._exchange.show(found, turn, whole=True)
            examined = checked(found, self._options, memory)
        told = (*((_told(wrong),) if wrong else ()), *examined.diagnostics)
        self._telling.problems(told)
        self._told(Examination(told, len(found.archive.documents), since(turn.began)))
        if self._current.snapshot:
            self._follow(self._current.snapshot)
        self._recalled.write()

    def forget(self) -> None:
        """Forget what was kept, and what is shown with it; the next look reads everything."""
        self._recalled.forget()
        self._found.forget()
        self._current.forget()
        self._early = True

    def fail(self, error: DatelineError) -> None:
        """Tell what keeps the archive from being read, above what was told of it before."""
        self._found.forget()
        known = (one for one in self._current.diagnostics if one.code != OPERATOR)
        self._telling.problems((_told(error), *known))
        self._told(Examination(self._current.diagnostics, 0, 0, was_read=False))

    def _gather(self, there: Discovered) -> Gathered:
        found = gathered(self._folder, self._options, lambda stage: None, self._recalled.remembered, there)
        moment = self._options.now
        if self._clock and moment:
            files = (*found.assembled.published, *(one.file for one in found.assembled.absent))
            self.due = due_after(moment, moments_of(files), found.archive.site.timezone)
        return found


def _told(error: DatelineError) -> Diagnostic:
    return Diagnostic(OPERATOR, CONTENT, Mark(), str(error), error.hint)

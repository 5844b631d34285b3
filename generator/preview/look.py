"""A look at the whole archive, after which everything is as a build would write it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from generator.assemble.due import due_after, moments_of
from generator.build import CONTENT, Gathered, Options, Remembered, checked, gathered
from generator.errors import DatelineError
from generator.model.diagnostic import Diagnostic, Mark
from generator.preview.current import Current
from generator.preview.early import early
from generator.preview.exchange import Exchange
from generator.preview.found import Found
from generator.preview.round import Examination, Told
from generator.preview.snapshot import Snapshot
from generator.preview.telling import Telling, since
from generator.preview.wanted import Turn
from generator.read.discover import Discovered

OPERATOR = "preview"
"""Stands where the code of a rule would, for what is wrong with the folder or the theme."""
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
    ) -> None:
        self._folder = folder
        self._options = options
        self._clock = clock if options.as_of is None else None
        self._current = current
        self._exchange = exchange
        self._telling = telling
        self._told = told
        self._follow = follow
        self._remembered = Remembered()
        self._found = Found(folder, self._remembered)
        self._due: datetime | None = None

    def left(self) -> float | None:
        """Seconds until time alone changes what is published; None where it never does."""
        if self._clock is None or self._due is None:
            return None
        return (self._due - self._clock()).total_seconds()

    def at(self, turn: Turn) -> None:
        """One look, for what was saved or because time has come."""
        memory = self._remembered.memory
        if self._clock and (self._due is None or turn.of_time):
            # While nothing is due every moment is alike, and what was worked out for one holds for the next.
            self._options, self._due = replace(self._options, now=self._clock()), None
        if turn.shown:
            self._telling.differences(())
        with memory.run():
            if self._current.snapshot is None and (first := early(self._folder, self._remembered)):
                self._exchange.show(self._gather(first), turn)
            there = self._found.last() if turn.of_time else self._found.after(turn.files)
            found = self._gather(there)
            wrong = self._exchange.show(found, turn)
            self._current.whole = True
            examined = checked(found, self._options, memory)
        told = (*((_told(wrong),) if wrong else ()), *examined.diagnostics)
        self._telling.problems(told)
        self._told(Examination(told, len(found.archive.documents), since(turn.began)))
        if self._current.snapshot:
            self._follow(self._current.snapshot)

    def fail(self, error: DatelineError) -> None:
        """Tell what keeps the archive from being read, above what was told of it before."""
        self._found.forget()
        known = (one for one in self._current.diagnostics if one.code != OPERATOR)
        self._telling.problems((_told(error), *known))
        self._told(Examination(self._current.diagnostics, 0, 0))

    def _gather(self, there: Discovered) -> Gathered:
        found = gathered(self._folder, self._options, lambda stage: None, self._remembered, there)
        moment = self._options.now
        if self._clock and moment:
            files = (*found.assembled.published, *(one.file for one in found.assembled.absent))
            self._due = due_after(moment, moments_of(files), found.archive.site.timezone)
        return found


def _told(error: DatelineError) -> Diagnostic:
    return Diagnostic(OPERATOR, CONTENT, Mark(), str(error), error.hint)

"""Follows the files of an archive: shows what was saved at once, and then looks at everything."""

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Lock, Thread

from generator.asked import Options
from generator.errors import DatelineError
from generator.memo.damaged import DamagedError
from generator.preview.alone import Alone
from generator.preview.current import Current
from generator.preview.exchange import Exchange
from generator.preview.failures import in_one_line
from generator.preview.look import Clock, Look
from generator.preview.recalled import Recalled
from generator.preview.round import Told
from generator.preview.snapshot import Snapshot
from generator.preview.telling import Telling
from generator.preview.wanted import Wanted
from generator.read.disk import CONTENT, THEMES
from generator.watch import Watch

QUIET = 0.003
"""Seconds without a change after which a save is taken to be over: editors need less than one thousandth."""
SEVERAL = 5
"""Files saved at once, up to which each is put into the archive by itself."""


class Follower:
    """Keeps what is shown up to date, by two threads.

    One waits for saves, and shows a document that was saved without looking at the others. The other one
    looks at the whole archive after each burst of changes, so that in the end everything is as a build would
    write it.
    """

    def __init__(
        self,
        folder: Path,
        options: Options,
        current: Current,
        told: Told,
        tell: Callable[[str], None],
        follow: Callable[[Snapshot], None],
        poll: bool = False,
        clock: Clock | None = None,
        cache: Path | None = None,
    ) -> None:
        self._folder = folder
        self._tell = tell
        self._poll = poll
        self.is_damaged = False
        """Whether something that was kept has been missed."""
        self._wanted, turn, telling = Wanted(), Lock(), Telling(current, told)
        self._alone = Alone(folder, current, turn, telling, told)
        exchange = Exchange(folder, current, turn, telling, self._wanted.later)
        self._recalled = Recalled(cache, folder, self._begin_anew)
        self._look = Look(folder, options, clock, current, exchange, telling, told, follow, self._recalled)
        self._watch = self._new_watch()
        self._threads = (
            Thread(target=self._listen, name="dateline-watch", daemon=True),
            Thread(target=self._look_on, name="dateline-archive", daemon=True),
        )

    def start(self) -> None:
        """Begin to read."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Follow no longer. A look that is under way is not waited for."""
        self._wanted.stop()
        self._watch.stop()
        self._threads[0].join(2)
        self._recalled.close()

    @property
    def due(self) -> datetime | None:
        """When time alone changes what is published; None where it never does."""
        return self._look.due

    def settled(self, seconds: float) -> bool:
        """Wait until every change that was noticed is worked in; False when that takes longer."""
        return self._wanted.settled(seconds)

    def _new_watch(self) -> Watch:
        roots = (self._folder / CONTENT, self._folder / THEMES)
        return Watch(roots, self._tell, quiet=QUIET, poll=self._poll)

    def _listen(self) -> None:
        while not self._wanted.stopped:
            try:
                with self._watch as watch:
                    self._wanted.add(())  # only now: what is saved while it is read will be noticed
                    for changed in watch.changes():
                        self._hear({path.relative_to(self._folder).as_posix() for path in changed})
            except Exception as error:  # noqa: BLE001 -- the preview must not go blind, whatever it is
                self._tell(in_one_line(f"watching begins anew: {type(error).__name__}: {error}"))
                time.sleep(1)
                self._watch = self._new_watch()

    def _hear(self, files: set[str]) -> None:
        began = time.monotonic()
        shown: set[str] = set()
        self._wanted.hear(files)
        try:
            with suppress(DamagedError):  # everything is going to be read anew
                if len(files) <= SEVERAL:
                    shown.update(file for file in sorted(files) if self._alone.show(file, began))
        finally:
            self._wanted.add(files, shown, began)

    def _begin_anew(self) -> None:
        """Forget what was kept and read everything again: something of it is gone."""
        self.is_damaged = True
        self._wanted.add(())

    def _look_on(self) -> None:
        self._recalled.open()
        while (turn := self._wanted.next(self._look.left)) is not None:
            try:
                if self.is_damaged:
                    self.is_damaged = False
                    self._look.forget()
                self._look.at(turn)
            except DamagedError:
                self._begin_anew()
            except DatelineError as error:
                self._look.fail(error)
            except Exception as error:  # noqa: BLE001 -- the preview must not go blind, whatever it is
                why = in_one_line(f"the archive could not be read: {type(error).__name__}: {error}")
                self._look.fail(DatelineError(why))

"""Follows the files of an archive: shows what was saved at once, and then looks at everything."""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from threading import Condition, Lock, Thread

from generator.build import CONTENT, THEMES, Gathered, Options, Remembered, checked, gathered
from generator.errors import DatelineError, ThemeError
from generator.model.diagnostic import Diagnostic, Mark
from generator.preview.changed import pages_of
from generator.preview.current import Current
from generator.preview.failures import in_one_line
from generator.preview.found import Found
from generator.preview.order import newest, newly_wrong
from generator.preview.round import Examination, Round, Told
from generator.preview.saved import read_again, with_saved
from generator.preview.snapshot import Snapshot
from generator.preview.telling import Telling, since
from generator.read.discover import Discovered
from generator.read.file import ReadFile
from generator.render.theme import Theme, load_theme
from generator.watch import Watch

QUIET = 0.01
"""Seconds without a change after which a save is taken to be over: most editors need a hundredth of that."""
SEVERAL = 5
"""Files saved at once, up to which each is put into the archive by itself."""
BREATH = 0.1
"""Seconds after a document was shown until the rest is looked at: the browsers get their page first."""
TRIED = 3
"""Pages that a theme must be able to make before it is shown."""
SITE = f"{CONTENT}/site.yaml"
NOT_FOUND = "/404.html"
OPERATOR = "preview"
"""Stands where the code of a rule would, for what is wrong with the folder or the theme."""


class Follower:
    """Keeps what is shown up to date, by two threads.

    One waits for saves, and shows a document that was saved without looking at the others. The other one
    looks at the whole archive after each burst of changes, so that in the end everything is as a build would
    write it. Mistakes that take pages away leave the last good pages where they are, and are told.
    """

    def __init__(
        self,
        folder: Path,
        options: Options,
        current: Current,
        told: Told,
        tell: Callable[[str], None],
        follow: Callable[[Snapshot], None],
    ) -> None:
        self._folder = folder
        self._options = options
        self._current = current
        self._told = told
        self._telling = Telling(current, told)
        self._tell = tell
        self._follow = follow
        self._remembered = Remembered()
        self._found = Found(folder, self._remembered)
        self._theme: Theme | None = None
        self._theme_again = False
        """Whether it must be read again because it could not be shown."""
        self._news = Condition()
        self._turn = Lock()
        """Who has it may exchange the snapshot."""
        self._pending: set[str] = set()
        self._rounds: set[str] = set()
        """Files that were shown by themselves, and told, since the last whole look."""
        self._shown_alone: frozenset[str] = frozenset()
        """Those among the files that are being looked at."""
        self._waiting = False
        self._busy = False
        self._hearing = False
        self._looked = False
        """Whether everything was looked at once."""
        self._stopped = False
        self._began = time.monotonic()
        self._form: dict[str, tuple[Diagnostic, ...]] = {}
        """What was wrong with the form of each file that was read by itself, when it was last read so."""
        self._watch = self._new_watch()
        self._threads = (
            Thread(target=self._listen, name="dateline-watch", daemon=True),
            Thread(target=self._look, name="dateline-archive", daemon=True),
        )

    def start(self) -> None:
        """Begin to read."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Follow no longer. A look that is under way is not waited for."""
        with self._news:
            self._stopped = True
            self._news.notify_all()
        self._watch.stop()
        self._threads[0].join(2)

    def settled(self, seconds: float) -> bool:
        """Wait until every change that was noticed is worked in; False when that takes longer."""
        with self._news:
            return self._news.wait_for(lambda: self._looked and not self._at_work, seconds)

    @property
    def _at_work(self) -> bool:
        return self._hearing or self._waiting or self._busy

    def _new_watch(self) -> Watch:
        return Watch((self._folder / CONTENT, self._folder / THEMES), self._tell, quiet=QUIET)

    # The thread that waits for saves.

    def _listen(self) -> None:
        while not self._stopped:
            try:
                with self._watch as watch:
                    self._want(frozenset())  # only now: what is saved while it is read will be noticed
                    for changed in watch.changes():
                        self._hear({path.relative_to(self._folder).as_posix() for path in changed})
            except Exception as error:  # noqa: BLE001 -- the preview must not go blind, whatever it is
                self._tell(in_one_line(f"watching begins anew: {type(error).__name__}: {error}"))
                time.sleep(1)
                self._watch = self._new_watch()

    def _hear(self, files: set[str]) -> None:
        began = time.monotonic()
        self._hearing = True
        try:
            if len(files) <= SEVERAL:
                shown = {file for file in files if self._show_saved(file, began)}
                with self._news:
                    self._rounds |= shown
        finally:
            self._want(files, began)
            self._hearing = False

    def _want(self, files: Iterable[str], began: float | None = None) -> None:
        with self._news:
            if not self._waiting:
                self._began = began or time.monotonic()
            self._pending.update(files)
            self._waiting = True
            self._news.notify_all()

    def _show_saved(self, file: str, began: float) -> bool:
        """Show a document without a look at the others; whether that was possible."""
        with self._turn:
            snapshot = self._current.snapshot
            read = read_again(snapshot, self._folder, file) if snapshot else None
            if snapshot is None or read is None:
                return False
            self._tell_form(file, read)
            if read.entry.lines == snapshot.sources[file].entry.lines:
                return False
            after = with_saved(snapshot, self._folder, read)
            if after is None:
                return False
            self._current.show(after)
        pages = pages_of(after.archive, file)
        self._current.list_changed(pages)
        own = tuple(page.path for page in pages[:1])
        differ = self._current.shown.differences(after.served, own)
        milliseconds = since(began)
        self._current.say("changed", own, file=file, milliseconds=milliseconds)
        self._told(Round((file,), max(1, len(differ.changed)), milliseconds))
        return True

    def _tell_form(self, file: str, read: ReadFile) -> None:
        """Say at once what is wrong with the form of a file, and no longer what was."""
        before, now = self._form.pop(file, ()), read.entry.diagnostics
        if now:
            self._form[file] = now
        kept = (one for one in self._current.diagnostics if one not in before and one not in now)
        self._telling.problems((*kept, *now))

    # The thread that looks at the whole archive.

    def _look(self) -> None:
        while (wanted := self._next()) is not None:
            try:
                self._work_in(*wanted)
            except DatelineError as error:
                self._found.forget()
                self._fail(error)
            except Exception as error:  # noqa: BLE001 -- the preview must not go blind, whatever it is
                why = in_one_line(f"the archive could not be read: {type(error).__name__}: {error}")
                self._found.forget()
                self._fail(DatelineError(why))
            self._looked = True

    def _next(self) -> tuple[frozenset[str], float] | None:
        """Wait for files to look at; with the moment of the first change, or None when all is over."""
        with self._news:
            self._busy = False
            self._news.notify_all()
            self._news.wait_for(lambda: self._waiting or self._stopped)
            if self._stopped:
                return None
            files, self._pending = frozenset(self._pending), set()
            self._shown_alone, self._rounds = frozenset(self._rounds), set()
            self._waiting, self._busy = False, True
            return files, self._began

    def _work_in(self, files: frozenset[str], began: float) -> None:
        memory = self._remembered.memory
        if self._shown_alone:
            time.sleep(BREATH)
            self._telling.differences(())
        wrong: tuple[Diagnostic, ...] = ()
        with memory.run():
            there = self._found.after(files)
            if self._current.snapshot is None:
                self._show_newest(there)
            found = self._gather(there)
            try:
                self._show(found, self._theme_after(files, found), files, began)
            except ThemeError as error:
                if self._theme is None:
                    raise
                wrong = (_told(error),)
                self._theme_again = True
                self._show(found, self._theme, files, began)
            self._current.whole = True
            examined = checked(found, self._options, memory)
        self._telling.problems((*wrong, *examined.diagnostics))
        self._told(Examination((*wrong, *examined.diagnostics), len(found.archive.documents), since(began)))
        if self._current.snapshot:
            self._follow(self._current.snapshot)

    def _gather(self, found: Discovered) -> Gathered:
        return gathered(self._folder, self._options, lambda stage: None, self._remembered, found)

    def _show_newest(self, there: Discovered) -> None:
        """Show the newest documents of a large archive while the others are still to be read."""
        files = newest(there.files)
        if len(files) < len(there.files):
            found = self._gather(replace(there, files=files))
            self._show(found, load_theme(found.archive.site.theme, self._folder), frozenset(), self._began)

    def _theme_after(self, files: frozenset[str], found: Gathered) -> Theme:
        """The theme as it is now; read again only when it may have changed."""
        old = self._theme
        may_differ = self._theme_again or any(file == SITE or file.startswith(f"{THEMES}/") for file in files)
        if old and not may_differ:
            return old
        theme = load_theme(found.archive.site.theme, self._folder)
        if old and theme.digest == old.digest:
            return old
        trial = self._snapshot(found, theme)
        for page in (NOT_FOUND, *self._current.shown.latest(TRIED)):
            trial.served(page)  # a template with a mistake says so here, before anybody sees it
        self._theme_again = False
        return theme

    def _snapshot(self, found: Gathered, theme: Theme) -> Snapshot:
        sources = {file.entry.file.path: file for file in found.assembled.published}
        before = self._current.snapshot
        return Snapshot(self._folder, found.archive, found.verdicts, theme, sources, found, before)

    def _show(self, found: Gathered, theme: Theme, files: frozenset[str], began: float) -> None:
        """Exchange what is served, unless it is the same, or mistakes would take pages away."""
        with self._turn:
            before, whole = self._current.snapshot, self._current.whole
            if before and whole and newly_wrong(found, before.gathered):
                self._theme_again |= theme is not before.theme
                return
            new = self._snapshot(found, theme)
            with self._news:
                later = sorted(self._pending)
            for file in later:  # saved since this look began: they are shown already, and stay so
                read = read_again(new, self._folder, file)
                new = (with_saved(new, self._folder, read) if read else None) or new
            self._theme = theme
            if before and whole and theme is before.theme and new.archive == before.archive:
                self._telling.list_changed(new, files)  # a look that began before the save has seen it
                return
            self._current.show(new)
        self._telling.shown(before, new, files, files - self._shown_alone, began)

    def _fail(self, error: DatelineError) -> None:
        """Tell what keeps the archive from being read, above what was told of it before."""
        known = (one for one in self._current.diagnostics if one.code != OPERATOR)
        self._telling.problems((_told(error), *known))
        self._told(Examination(self._current.diagnostics, 0, 0))


def _told(error: DatelineError) -> Diagnostic:
    return Diagnostic(OPERATOR, CONTENT, Mark(), str(error), error.hint)

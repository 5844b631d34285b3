"""What is shown after a look at everything, and in which theme."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock

from generator.errors import DatelineError, ThemeError
from generator.examined import Gathered
from generator.preview.current import Current
from generator.preview.order import newly_wrong
from generator.preview.saved import read_again, with_saved
from generator.preview.snapshot import Snapshot
from generator.preview.telling import Telling
from generator.preview.wanted import Turn
from generator.read.disk import CONTENT, THEMES
from generator.render.theme import Theme, load_theme

TRIED = 3
"""Pages that a theme must be able to make before it is shown."""
SITE = f"{CONTENT}/site.yaml"
NOT_FOUND = "/404.html"


class Exchange:
    """Puts a new snapshot in the place of the old one; `turn` is held while that is done."""

    def __init__(
        self, folder: Path, current: Current, turn: Lock, telling: Telling, later: Callable[[], list[str]]
    ) -> None:
        self._folder = folder
        self._current = current
        self._turn = turn
        self._telling = telling
        self._later = later
        self._theme: Theme | None = None
        self._theme_again = False
        """Whether it must be read again because it could not be shown."""

    def show(self, found: Gathered, turn: Turn, *, whole: bool) -> DatelineError | None:
        """Show an archive, the `whole` of it or what was read so far.

        Returns what is wrong with a new theme, where the one before goes on being shown.
        """
        try:
            self._show(found, self._theme_after(found, turn.files), turn, whole=whole)
        except ThemeError as error:
            if self._theme is None:
                raise
            self._theme_again = True
            self._show(found, self._theme, turn, whole=whole)
            return error
        return None

    def _theme_after(self, found: Gathered, files: frozenset[str]) -> Theme:
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

    def _show(self, found: Gathered, theme: Theme, turn: Turn, *, whole: bool) -> None:
        """Exchange what is served, unless it is the same, or mistakes would take pages away."""
        with self._turn:
            before = self._current.snapshot if self._current.whole else None
            if before and newly_wrong(found, before.gathered):
                self._theme_again |= theme is not before.theme
                return
            new = self._snapshot(found, theme)
            for file in self._later():  # saved since this look began: they are shown already, and stay so
                read = read_again(new, self._folder, file)
                new = (with_saved(new, self._folder, read) if read else None) or new
            self._theme = theme
            if before and theme is before.theme and new.archive == before.archive:
                # A look that began before the save has seen it.
                self._telling.list_changed(new, turn.files)
                return
            self._current.show(new)
            self._current.whole = whole  # before anybody is told, and asks for it
        self._telling.shown(before, new, turn.files, turn.files - turn.shown, turn.began)

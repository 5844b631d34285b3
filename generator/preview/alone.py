"""A document that was saved, shown before anything else is looked at."""

from pathlib import Path
from threading import Lock

from generator.model.diagnostic import Diagnostic
from generator.preview.changed import pages_of
from generator.preview.current import Current
from generator.preview.round import Round, Told
from generator.preview.saved import read_again, with_saved
from generator.preview.telling import Telling, since
from generator.read.file import ReadFile


class Alone:
    """Shows single documents; `turn` is held by whoever exchanges what is shown."""

    def __init__(self, folder: Path, current: Current, turn: Lock, telling: Telling, told: Told) -> None:
        self._folder = folder
        self._current = current
        self._turn = turn
        self._telling = telling
        self._told = told
        self._form: dict[str, tuple[Diagnostic, ...]] = {}
        """What was wrong with the form of each file that was read by itself, when it was last read so."""

    def show(self, file: str, began: float) -> bool:
        """Show a document as it was saved; whether that was possible without a look at the others."""
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

"""What browsers and the terminal are told when something else is shown."""

import time

from generator.model.diagnostic import Diagnostic
from generator.preview.changed import pages_of
from generator.preview.current import Current
from generator.preview.round import Round, Told
from generator.preview.shown import Differences
from generator.preview.snapshot import Snapshot
from generator.preview.values import ChangedPage
from generator.render.theme import Theme

MANY = 10
"""Files whose pages are listed as changed."""


class Telling:
    """Says which pages changed, to those who show them, and one line for the terminal."""

    def __init__(self, current: Current, told: Told) -> None:
        self._current = current
        self._told = told

    def shown(
        self,
        before: Snapshot | None,
        new: Snapshot,
        files: frozenset[str],
        untold: frozenset[str],
        began: float,
    ) -> None:
        """Say what has changed: the pages of the files first, and then the others that somebody has seen.

        Without an archive `before`, of which all had been read, that may be any page.
        `files` are those that were saved, `untold` those of them that were not told before.
        """
        own = self.list_changed(new, files)
        differ = Differences((), ())
        if before is None:
            self._current.say("changed", milliseconds=since(began))
        elif new.theme is not before.theme:
            self._theme(before.theme, new.theme, files, began)
            differ = self._current.shown.differences(new.served)
        else:
            if untold and own:
                paths = tuple(dict.fromkeys(page.path for page in own))
                file = min(untold)
                self._current.say("changed", paths, file=file, milliseconds=since(began))
            differ = self.differences(tuple(page.path for page in own))
        if untold:
            self._told(Round(tuple(sorted(untold)), len(differ.changed), since(began)))

    def list_changed(self, new: Snapshot, files: frozenset[str]) -> tuple[ChangedPage, ...]:
        """Put the pages of saved files at the head of the list of changed pages; returns them."""
        own = tuple(page for file in sorted(files)[:MANY] for page in pages_of(new.archive, file))
        self._current.list_changed(own)
        return own

    def _theme(self, before: Theme, new: Theme, files: frozenset[str], began: float) -> None:
        """Style sheets change alone where nothing else was saved with them."""
        if all(file.endswith(".css") for file in files):
            styles = (address for file, address in sorted(new.addresses.items()) if file.endswith(".css"))
            differ = tuple(address for address in styles if address not in before.addresses.values())
            self._current.say("styles", styles=differ, milliseconds=since(began))
        else:
            self._current.say("changed", milliseconds=since(began))

    def differences(self, known: tuple[str, ...]) -> Differences:
        """Say which of the pages that were served lately differ now; those that are `known` were told."""
        snapshot = self._current.snapshot
        if snapshot is None:
            return Differences((), ())
        differ = self._current.shown.differences(snapshot.served)
        if news := tuple(path for path in differ.changed if path not in known):
            self._current.say("changed", news)
        if differ.gone:
            self._current.say("gone", differ.gone)
        return differ

    def problems(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Say what is wrong with the archive, if it is something else than before."""
        if diagnostics != self._current.diagnostics:
            self._current.diagnostics = diagnostics
            self._current.say("problems")


def since(began: float) -> int:
    """Milliseconds from a moment until now."""
    return round(1000 * (time.monotonic() - began))

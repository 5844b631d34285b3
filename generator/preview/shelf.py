"""The pages that were looked at last, left by one run of the preview to the next.

It loads nothing that reads an archive or makes a page. Whatever it is not sure of counts as changed.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct, structs

from generator import sealed
from generator.installed import installed
from generator.preview.values import PageState, Served
from generator.read.disk import CONTENT, THEMES
from generator.still import Watched

PAGES = 200
"""Pages that are left at most."""
LARGEST = 20 * 1024 * 1024
"""Bytes that are left at most."""


class Left(Struct, frozen=True):
    """What the last run has left."""

    pages: Mapping[str, Served]
    """By path: pages, and the files of the theme that they were made in."""
    states: Mapping[str, PageState]
    """What is said beside each page."""
    is_current: bool
    """Whether everything that they were made of is as it was."""


class Shelf(Struct, frozen=True):
    """Where the previews of one folder leave their pages."""

    cache: Path
    folder: Path
    as_of: date | None = None

    def stamp(self) -> bytes:
        """A digest of the stamps of all that pages are made of, the program included."""
        watched = Watched(tuple(self.folder / name for name in (CONTENT, THEMES)), self.folder, "")
        return watched.digest

    def left(self, now: datetime) -> Left | None:
        """What the last run left; None where there is nothing, or another archive was asked for."""
        try:
            asked, program, stamp, until, plain = sealed.read(self._file)
            if (asked, program) != (self._asked, installed()):
                return None
            pages = {path: Served(content, media_type) for path, content, media_type, _ in plain}
            states = {path: PageState(*state) for path, _, _, state in plain if state}
            still = (until is None or now.timestamp() < until) and stamp == self.stamp()
        except (OSError, ValueError, TypeError):
            return None
        return Left(pages, states, still)

    def leave(
        self, stamp: bytes, until: datetime | None, pages: Iterable[tuple[str, Served, PageState | None]]
    ) -> None:
        """Leave pages, the most wanted first, made of what has this stamp; they hold `until` a moment."""
        size = 0
        plain: list[tuple[str, bytes, str, tuple[str | int, ...] | None]] = []
        for path, page, state in pages:
            size += len(page.content)
            if len(plain) < PAGES and size <= LARGEST:
                plain.append((path, page.content, page.media_type, structs.astuple(state) if state else None))
        moment = until.timestamp() if until else None
        sealed.write(self._file, (self._asked, installed(), stamp, moment, plain))

    @property
    def _file(self) -> Path:
        return sealed.place_for(self.cache, "pages", self.folder)

    @property
    def _asked(self) -> str:
        return repr(self.as_of)

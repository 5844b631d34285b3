"""What the search makes of each page, and which pages must be rendered to know it."""

from collections.abc import Iterable
from operator import is_
from typing import Any, NamedTuple

from generator import __version__
from generator.making import PlannedPage, maker_of
from generator.memo.digests import Digests, digest_of
from generator.memo.glass import Glass, looked_up
from generator.memo.looks import Look
from generator.model.page import Page
from generator.preview.past import States
from generator.preview.snapshot import Snapshot
from generator.search import seen_digest


class Known(NamedTuple):
    """A page as it was rendered last."""

    maker: bytes
    looks: tuple[Look, ...]
    """What it looked at."""
    shown: bytes
    """A digest of what it saw there."""
    digest: str
    """See `seen_digest`."""


class Searched:
    """What is known of the pages. It is right for any snapshot: a page counts as known only while everything
    that it looked at looks the same."""

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}
        self._looks: dict[Look, Look] = {}
        """Each look once, because many pages look at the same."""
        self._shown: dict[Look, tuple[Any, bytes]] = {}
        """What each look showed in the last snapshot, and the digest of it."""

    def through(self, snapshot: Snapshot) -> "Eyes":
        """For one snapshot, which is to be the newest."""
        return Eyes(snapshot, self._known, self._looks, self._shown)

    def done(self, eyes: "Eyes", files: Iterable[str]) -> None:
        """These are all the files that there are; forget what no snapshot will ask for."""
        self._known = {file: self._known[file] for file in files}
        self._looks = {look: look for known in self._known.values() for look in known.looks}
        self._shown = eyes.shown


class Eyes:
    """A snapshot, seen through a glass."""

    def __init__(
        self,
        snapshot: Snapshot,
        known: dict[str, Known],
        looks: dict[Look, Look],
        before: dict[Look, tuple[Any, bytes]],
    ) -> None:
        self.shown: dict[Look, tuple[Any, bytes]] = {}
        """What was looked at in this snapshot."""
        self._snapshot = snapshot
        self._known = known
        self._looks = looks
        self._before = before
        self._glass = Glass(snapshot.archive, snapshot.judged)
        self._digests = Digests()
        site = self._digests.of(snapshot.archive.site)
        self._shared = digest_of(__version__.encode(), snapshot.theme.digest.encode(), site)

    def standing(self, page: Page) -> str | None:
        """What is known of a page, if it would be rendered just as it was; None where it must be rendered."""
        known = self._known.get(page.file)
        if known is None or known.maker != self._maker(page) or known.shown != self._seen(known.looks):
            return None
        return known.digest

    def rendered(self, page: Page) -> bytes:
        """The page as it is published; from now on it is known."""
        self._glass.looked()
        content = self._planned(page).made(self._glass)
        looks = tuple(self._looks.setdefault(look, look) for look in self._glass.looked())
        self._known[page.file] = Known(self._maker(page), looks, self._seen(looks), seen_digest(content))
        return content

    def digest(self, file: str) -> str:
        """What the search makes of a page that is known."""
        return self._known[file].digest

    def _planned(self, page: Page) -> PlannedPage:
        return PlannedPage(page, self._snapshot.theme, self._snapshot.archive.site)

    def _maker(self, page: Page) -> bytes:
        return maker_of(self._planned(page), self._shared)

    def _seen(self, looks: tuple[Look, ...]) -> bytes:
        return digest_of(*map(self._look, looks))

    def _look(self, look: Look) -> bytes:
        """A digest of what stands there; worked out only where it is another thing than before."""
        if look not in self.shown:
            value = looked_up(self._snapshot.archive, self._snapshot.judged, look)
            # States are put together whenever somebody asks; the past that they stand for stays.
            thing = value.past if isinstance(value, States) else value
            before = self._before.get(look)
            same = before is not None and _is_same(before[0], thing)
            self.shown[look] = (thing, before[1] if before and same else self._digests.of(value))
        return self.shown[look][1]


def _is_same(one: Any, other: Any) -> bool:
    """Whether two things are the very same, or rows of them: each archive puts its rows together anew."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(is_, one, other))
    return one is other

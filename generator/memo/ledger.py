"""The files of a site as they were made: what each maker looked at, and what it wrote."""

import marshal
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from generator.memo.looks import Look, Looked, Places
from generator.model.page import Imprint

_FORM = 2
MOST = 0.9
"""The share of looks below which those that are no longer needed are left out."""


class Made(NamedTuple):
    """One file as it was made."""

    maker: bytes
    """Which function made it, of which keys: another maker makes it anew."""
    imprint: Imprint
    looks: "array[int]"
    """Places of what it looked at, in the ledger's list of looks."""


@dataclass(frozen=True)
class Ledger:
    """What was made, and what was seen then. A look counts by the digest of what was seen."""

    looks: Sequence[Look] = ()
    digests: Sequence[bytes] = ()
    """What was seen at each look."""
    files: Mapping[str, Made] = field(default_factory=dict)

    def standing(self, makers: Mapping[str, bytes], seen: Callable[[Look], bytes]) -> dict[str, Made]:
        """The planned files that need not be made again; `seen` digests what a look shows now.

        A file stands if its maker is the same and everything that it looked at looks the same.
        """
        wanted: dict[str, Made] = {}
        for path, maker in makers.items():
            made = self.files.get(path)
            if made is not None and made.maker == maker:
                wanted[path] = made
        if not wanted:
            return wanted
        shown = zip(self.looks, self.digests, strict=True)
        moved = {place for place, (look, digest) in enumerate(shown) if digest != seen(look)}
        if moved:
            wanted = {path: made for path, made in wanted.items() if moved.isdisjoint(made.looks)}
        return wanted

    def encode(self) -> bytes:
        """As bytes."""
        looks = [(name, _plain(key)) for name, key in self.looks]
        files = [
            (path, made.maker, made.imprint.sha256, made.imprint.size, made.looks.tobytes())
            for path, made in self.files.items()
        ]
        return marshal.dumps((looks, list(self.digests), files), _FORM)

    @classmethod
    def decode(cls, content: bytes) -> "Ledger":
        """From bytes that `encode` made. Raises whatever others provoke."""
        looks, digests, files = marshal.loads(content)  # noqa: S302 -- makes plain values only; nothing is run
        return cls(
            [(name, _key(key) if type(key) is list else key) for name, key in looks],
            digests,
            {
                path: Made(maker, Imprint(sha256, size), array("I", places))
                for path, maker, sha256, size, places in files
            },
        )


class Writing:
    """A ledger that is being written: what stands of the old one, and what is made anew."""

    def __init__(self, before: Ledger, standing: Mapping[str, Made], seen: Callable[[Look], bytes]) -> None:
        self._seen = seen
        self._files = dict(standing)
        self._places_of = Places(self._place)
        self._looks, self._digests = list(before.looks), list(before.digests)
        self._sure = _needed(standing)
        """Places of looks that show what they did."""
        if len(self._sure) < len(self._looks) * MOST:
            self._leave_out_others()

    def add(self, path: str, maker: bytes, imprint: Imprint, looked: Looked) -> None:
        """A file that was made."""
        self._files[path] = Made(maker, imprint, self._places_of.of(looked))

    def done(self) -> Ledger:
        """The ledger as it stands."""
        return Ledger(self._looks, self._digests, self._files)

    @cached_property
    def _places(self) -> dict[Look, int]:
        return {look: place for place, look in enumerate(self._looks)}

    def _place(self, look: Look) -> int:
        place = self._places.get(look)
        if place is None:
            place = self._places[look] = len(self._looks)
            self._looks.append(look)
            self._digests.append(b"")
        if place not in self._sure:
            self._digests[place] = self._seen(look)
            self._sure.add(place)
        return place

    def _leave_out_others(self) -> None:
        """Leave out the looks that no file that stands has taken."""
        stay = sorted(self._sure)
        moved = {place: at for at, place in enumerate(stay)}
        self._looks = [self._looks[place] for place in stay]
        self._digests = [self._digests[place] for place in stay]
        self._sure = set(range(len(stay)))
        for path, made in self._files.items():
            places = array("I", map(moved.__getitem__, made.looks))
            self._files[path] = made._replace(looks=places)


def _needed(files: Mapping[str, Made]) -> set[int]:
    """The places of all looks that some files have taken."""
    return set().union(*(made.looks for made in files.values()))


def _plain(key: Any) -> Any:
    if isinstance(key, date):
        return ["day", key.toordinal()]
    return [_plain(part) for part in key] if isinstance(key, tuple) else key


def _key(plain: Any) -> Any:
    if not isinstance(plain, list):
        return plain
    if len(plain) == 2 and plain[0] == "day" and isinstance(plain[1], int):
        return date.fromordinal(plain[1])
    return tuple(_key(part) for part in plain)

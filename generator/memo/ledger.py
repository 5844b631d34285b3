"""The files of a site as they were made: what each maker looked at, and what it wrote."""

import marshal
from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from generator.memo.glass import Look
from generator.model.page import Imprint

_FORM = 2


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

    looks: Mapping[Look, bytes] = field(default_factory=dict)
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
        order = tuple(self.looks)
        needed = set().union(*(made.looks for made in wanted.values()))
        moved = {place for place in needed if self.looks[order[place]] != seen(order[place])}
        if moved:
            wanted = {path: made for path, made in wanted.items() if moved.isdisjoint(made.looks)}
        return wanted

    def encode(self) -> bytes:
        """As bytes."""
        looks = [(name, _plain(key), digest) for (name, key), digest in self.looks.items()]
        files = [
            (path, made.maker, made.imprint.sha256, made.imprint.size, made.looks.tobytes())
            for path, made in self.files.items()
        ]
        return marshal.dumps((looks, files), _FORM)

    @classmethod
    def decode(cls, content: bytes) -> "Ledger":
        """From bytes that `encode` made. Raises whatever others provoke."""
        looks, files = marshal.loads(content)  # noqa: S302 -- makes plain values only; nothing is run
        return cls(
            {(name, _key(key)): digest for name, key, digest in looks},
            {
                path: Made(maker, Imprint(sha256, size), array("I", places))
                for path, maker, sha256, size, places in files
            },
        )


class Writing:
    """A ledger that is being written: what stands of the old one, and what is made anew."""

    def __init__(self, before: Ledger, standing: Mapping[str, Made], seen: Callable[[Look], bytes]) -> None:
        self._seen = seen
        self._files: dict[str, Made] = {}
        self._places: dict[Look, int] = {}
        self._digests: list[bytes] = []
        order = tuple(before.looks)
        needed = sorted(set().union(*(made.looks for made in standing.values())))
        moved = {place: self._place(order[place], before.looks[order[place]]) for place in needed}
        if len(needed) == len(order):  # all of them, so that each has the place that it had
            self._files = dict(standing)
            return
        for path, made in standing.items():
            places = array("I", map(moved.__getitem__, made.looks))
            self._files[path] = Made(made.maker, made.imprint, places)

    def add(self, path: str, maker: bytes, imprint: Imprint, looks: frozenset[Look]) -> None:
        """A file that was made."""
        for look in looks:
            if look not in self._places:
                self._place(look, None)
        places = array("I", map(self._places.__getitem__, looks))
        self._files[path] = Made(maker, imprint, places)

    def done(self) -> Ledger:
        """The ledger as it stands."""
        return Ledger(dict(zip(self._places, self._digests, strict=True)), self._files)

    def _place(self, look: Look, digest: bytes | None) -> int:
        place = self._places.get(look)
        if place is None:
            place = self._places[look] = len(self._digests)
            self._digests.append(self._seen(look) if digest is None else digest)
        return place


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

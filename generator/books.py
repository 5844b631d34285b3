"""What the last build into an output folder has left to the next: what it made of what, and what it wrote."""

import marshal
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, field

from generator.memo import grown
from generator.memo.digests import digest_of
from generator.memo.ledger import NOTHING, Ledger, both
from generator.memo.store import Store
from generator.model.page import Imprint
from generator.read.seen import Stamp

V = TypeVar("V")
_STEP = "books"
_FORM = 2
SOME, FEW = 100, 0.05
"""How many files, or which share of them, may be new until all are written down; reading them costs, too."""


class Since(Struct, frozen=True):
    """What has changed in books since they were written as a whole: plain values, None for what is gone."""

    ledger: tuple[Any, ...] = NOTHING
    search: Mapping[str, Any] = field(default_factory=dict)
    stamps: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, content: bytes) -> "Since":
        """As it was written down. Raises whatever others provoke."""
        return cls(*marshal.loads(content)) if content else cls()  # noqa: S302 -- makes plain values only

    def is_few(self, files: int) -> bool:
        """Whether it is worth while to write it down beside the whole, of so many files."""
        return max(map(len, (self.ledger[0], self.search, self.stamps))) <= max(SOME, FEW * files)


class Books(Struct, frozen=True, dict=True):
    """The ledger of an output folder, and the stamp of each file when it was written there."""

    ledger: Ledger = field(default_factory=Ledger)
    search: Mapping[str, Imprint] = field(default_factory=dict)
    """What stands in the files of the search, by their paths."""
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    mark: bytes = b""
    """Of the build that closed them."""
    token: bytes = b""
    """Of the books as they were last written as a whole."""
    since: Since = field(default_factory=Since)

    def stands(self, output: Path, path: str) -> bool:
        """Whether a file certainly is as the last build left it."""
        stamp = self.stamps.get(path)
        return stamp is not None and stamp == _stamp(f"{output}/{path}")


def opened(store: Store, output: Path) -> Books:
    """The books of an output folder; empty ones where there are none that can be read."""
    kept = grown.read(store, _STEP, place_of(output))
    try:
        if kept is None:
            return Books()
        ledger, search, stamps = marshal.loads(kept.whole)  # noqa: S302 -- makes plain values only; nothing is run
        since = Since.of(kept.since)
        return Books(
            Ledger.of(ledger, since.ledger),
            {path: Imprint(*plain) for path, plain in _changed(search, since.search).items()},
            {path: Stamp(*stamp) for path, stamp in _changed(stamps, since.stamps).items()},
            kept.mark,
            kept.token,
            since,
        )
    except Exception:  # noqa: BLE001 -- whatever was written there, it is not ours
        return Books()


def closed(
    store: Store,
    output: Path,
    ledger: Ledger,
    search: Mapping[str, Imprint],
    paths: Iterable[str],
    before: Books,
    mark: bytes,
) -> None:
    """Keep the books after a build that wrote these paths, and left the others as they were `before`."""
    written, there = set(paths), ledger.files.keys() | search.keys()
    stamps = {path: stamp for path, stamp in before.stamps.items() if path in there}
    for path in there:
        if path in written or path not in stamps:
            stamp = _stamp(f"{output}/{path}")
            if stamp is not None:
                stamps[path] = stamp
    place = place_of(output)
    new = ledger.since(before.ledger)
    if before.token and new is not None:
        since = Since(
            both(before.since.ledger, new),
            {**before.since.search, **grown.new_in(before.search, search, _plain)},
            {**before.since.stamps, **grown.new_in(before.stamps, stamps, tuple)},
        )
        if since.is_few(len(there)):
            _put_since(store, place, before.token, since, mark)
            return
    plain: Any = (
        ledger.plain,
        {path: _plain(one) for path, one in search.items()},
        {path: tuple(stamp) for path, stamp in stamps.items()},
    )
    grown.put_whole(store, _STEP, place, marshal.dumps(plain, _FORM), mark)


class Latest(Struct, frozen=True):
    """What is new in books since they were last written as a whole, and nothing of that whole."""

    token: bytes
    mark: bytes
    """Of the build that closed them."""
    since: Since


def latest(store: Store, output: Path) -> Latest | None:
    """What is new in the books of an output folder; None where there are none that can be read."""
    kept = grown.latest(store, _STEP, place_of(output))
    try:
        if kept is None:
            return None
        since = Since.of(kept.since)
    except (EOFError, ValueError, TypeError):
        return None
    return Latest(kept.token, kept.mark, since)


def closed_again(
    store: Store,
    output: Path,
    ledger: tuple[Any, ...],
    search: Mapping[str, Imprint | None],
    written: Iterable[str],
    before: Latest,
    mark: bytes,
) -> None:
    """Keep the books after a build that wrote these paths, and of which nothing else is known.

    `ledger` is what is new in the ledger, `search` among the files of the search: None for what is gone.
    """
    stamps = {path: _stamp(f"{output}/{path}") for path in written}
    since = Since(
        both(before.since.ledger, ledger),
        {**before.since.search, **{path: one and _plain(one) for path, one in search.items()}},
        {**before.since.stamps, **{path: one and tuple(one) for path, one in stamps.items()}},
    )
    _put_since(store, place_of(output), before.token, since, mark)


def place_of(output: Path) -> bytes:
    """The key of what is kept of an output folder."""
    return digest_of(str(output.resolve()).encode("utf-8", "surrogateescape"))


def _put_since(store: Store, place: bytes, token: bytes, since: Since, mark: bytes) -> None:
    changed: Any = (since.ledger, dict(since.search), dict(since.stamps))
    grown.put_since(store, _STEP, place, token, marshal.dumps(changed, _FORM), mark)


def _changed(plain: Mapping[str, V], since: Mapping[str, V | None]) -> dict[str, V]:
    """A mapping with what has changed in it."""
    now: dict[str, V | None] = {**plain, **since}
    return {key: value for key, value in now.items() if value is not None}


def _plain(imprint: Imprint) -> tuple[str, int]:
    return imprint.sha256, imprint.size


def _stamp(file: str) -> Stamp | None:
    """The stamp of a file; None where there is none, or it is a link."""
    try:
        found = os.lstat(file)
    except OSError:
        return None
    return Stamp.of(found) if stat.S_ISREG(found.st_mode) else None

"""What the last build into an output folder has left to the next: what it made of what, and what it wrote."""

import marshal
import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.memo.digests import digest_of
from generator.memo.ledger import Ledger
from generator.memo.store import Store
from generator.model.page import Imprint
from generator.read.seen import Stamp

_STEP = "books"
_LEFT = "left"
_FORM = 2


@dataclass(frozen=True, slots=True)
class Found:
    """What a file of the search holds; its identity tells it from all others without reading it."""

    identity: str
    imprint: Imprint


@dataclass(frozen=True)
class Books:
    """The ledger of an output folder, and the stamp of each file when it was written there."""

    ledger: Ledger = field(default_factory=Ledger)
    search: Mapping[str, Found] = field(default_factory=dict)
    """What stands in the files of the search, by their paths."""
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    left: bytes = b""
    """The digest of what else the build has left that made them."""

    def stands(self, output: Path, path: str) -> bool:
        """Whether a file certainly is as the last build left it."""
        stamp = self.stamps.get(path)
        return stamp is not None and stamp == _stamp(f"{output}/{path}")


def opened(store: Store, output: Path) -> Books:
    """The books of an output folder; empty ones where there are none that can be read."""
    content = store.get_alone(_STEP, _key(output))
    try:
        if content is None:
            return Books()
        ledger, search, stamps, left = marshal.loads(content)  # noqa: S302 -- makes plain values only; nothing is run
        return Books(
            Ledger.decode(ledger),
            {path: Found(identity, Imprint(sha256, size)) for path, identity, sha256, size in search},
            {path: Stamp(*stamp) for path, stamp in stamps},
            left,
        )
    except Exception:  # noqa: BLE001 -- whatever was written there, it is not ours
        return Books()


def closed(
    store: Store,
    output: Path,
    ledger: Ledger,
    search: Mapping[str, Found],
    paths: Iterable[str],
    before: Books,
    left: bytes,
) -> None:
    """Keep the books after a build that wrote these paths, and left the others as they were `before`.

    With them is kept what the build has `left` of itself: see `what_was_left`.
    """
    written, there = set(paths), ledger.files.keys() | search.keys()
    stamps = {path: stamp for path, stamp in before.stamps.items() if path in there}
    for path in there:
        if path in written or path not in stamps:
            stamp = _stamp(f"{output}/{path}")
            if stamp is not None:
                stamps[path] = stamp
    plain = (
        ledger.encode(),
        [(path, one.identity, one.imprint.sha256, one.imprint.size) for path, one in search.items()],
        [(path, tuple(stamp)) for path, stamp in stamps.items()],
        digest_of(left),
    )
    store.put(_LEFT, _key(output), left)
    store.put(_STEP, _key(output), marshal.dumps(plain, _FORM))


def what_was_left(store: Store, output: Path) -> bytes | None:
    """What the last build into an output folder has left; it is that of certain books if they say so."""
    return store.get_alone(_LEFT, _key(output))


def _key(output: Path) -> bytes:
    return digest_of(str(output.resolve()).encode("utf-8", "surrogateescape"))


def _stamp(file: str) -> Stamp | None:
    """The stamp of a file; None where there is none, or it is a link."""
    try:
        found = os.lstat(file)
    except OSError:
        return None
    return Stamp.of(found) if stat.S_ISREG(found.st_mode) else None

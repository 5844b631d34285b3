"""Where a build leaves what the next one may want: a file of its own, and in the store what is new since."""

import marshal
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator import sealed
from generator.amend.left import Later, Left
from generator.books import place_of
from generator.memo import cdb
from generator.memo.cdb import Cdb, Key
from generator.memo.damaged import DamagedError
from generator.memo.digests import digest_of
from generator.memo.store import Store
from generator.publish import listed

_STEP = "left"
_FORM = 2
"""Of marshal."""


def leave(store: Store, cache: Path, output: Path, values: Iterable[tuple[Key, Any]], mark: bytes) -> None:
    """Keep what a build into an output folder has left, which closed its books with this mark."""
    with suppress(OSError):
        cdb.write(_file(cache, output), mark, values)
    _note(store, output, mark, mark, Later())


def leave_more(store: Store, output: Path, left: Left, mark: bytes) -> None:
    """Keep what is new, of a build that closed its books with this mark."""
    _note(store, output, left.values.token, mark, left.later)


def what_was_left(store: Store, cache: Path, output: Path) -> Left | None:
    """What the last build into an output folder has left; None where that is nothing that can be read."""
    kept = store.get_alone(_STEP, place_of(output))
    if kept is None:
        return None
    try:
        token, mark, manifest, later = marshal.loads(kept)  # noqa: S302 -- makes plain values only; nothing is run
        values = Cdb(_file(cache, output))
        if values.token == token:
            return Left(values, Later(*later), mark, manifest)
        values.close()
    except (EOFError, ValueError, TypeError, DamagedError):
        pass
    return None


def _note(store: Store, output: Path, token: bytes, mark: bytes, later: Later) -> None:
    plain: Any = (token, mark, digest_of(listed(output)), later.plain)
    store.put(_STEP, place_of(output), marshal.dumps(plain, _FORM))


def _file(cache: Path, output: Path) -> Path:
    return sealed.place_for(cache, "left", output)

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
from generator.memo.store import Store

_STEP = "left"
_FORM = 2
"""Of marshal."""


def leave(
    store: Store,
    cache: Path,
    output: Path,
    values: Iterable[tuple[Key, Any]] | None,
    manifest: bytes,
    mark: bytes,
) -> None:
    """Keep what a build into an output folder has left, which closed its books with this mark."""
    file = _file(cache, output)
    with suppress(OSError):
        if values is None:
            file.unlink(missing_ok=True)
        else:
            cdb.write(file, mark, values)
    _note(store, output, mark, mark, Later(manifest=manifest))


def leave_more(store: Store, output: Path, left: Left, mark: bytes) -> None:
    """Keep what is new, of a build that closed its books with this mark."""
    _note(store, output, left.values.token, mark, left.later)


def what_was_left(store: Store, cache: Path, output: Path) -> Left | None:
    """What the last build into an output folder has left; None where that is nothing that can be read."""
    kept = store.get_alone(_STEP, place_of(output))
    if kept is None:
        return None
    try:
        token, mark, later = marshal.loads(kept)  # noqa: S302 -- makes plain values only; nothing is run
        values = Cdb(_file(cache, output))
        if values.token == token:
            return Left(values, Later(*later), mark)
        values.close()
    except (EOFError, ValueError, TypeError, DamagedError):
        pass
    return None


def _note(store: Store, output: Path, token: bytes, mark: bytes, later: Later) -> None:
    plain: Any = (token, mark, later.plain)
    store.put(_STEP, place_of(output), marshal.dumps(plain, _FORM))


def _file(cache: Path, output: Path) -> Path:
    return sealed.place_for(cache, "left", output)

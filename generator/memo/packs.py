"""Results of a step for many files, kept together: one row of the store for many, not one for each."""

import marshal
from collections.abc import Callable, Iterable
from typing import Any
from zlib import crc32

from msgspec import Struct

from generator.memo.store import Store

Call = tuple[Callable[..., Any], tuple[Any, ...]]
"""A step and its inputs."""
Sheet = tuple[bytes, ...]
"""What a step returned for one file, and what the steps returned that follow from that."""
Pack = dict[str, tuple[bytes, Sheet]]
"""By the name of each file: the digest of what it held, and what was made of it."""

BUCKETS = 2048
"""Packs over which the files of an archive are spread: not too many to read for an archive of a thousand
files, and small enough for an edit, which looks at some fifty files, in one of a hundred thousand."""
_FORM = 2


class Packed(Struct, frozen=True):
    """A step whose results are kept together; its first input is a file, the others are the same for all."""

    step: Callable[..., Any]
    name: Callable[[Any], str]
    """What the first input is called, whatever it holds."""
    follow: Callable[[Any, Any], Iterable[Call]] | None = None
    """Calls that are sure to come once its result is there for a first input: they are made at once, and kept
    with it, so that their keys need not be worked out."""
    done: Callable[[Any], None] | None = None
    """Lets go of what the first input holds that was only wanted for all this."""


class Packs:
    """The packs of a store. A file that is asked for with other content than the one in its pack is new."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[tuple[str, bytes], Pack] = {}
        self._asked: dict[tuple[str, bytes], set[str]] = {}
        """The files of each pack that were asked for, or put."""
        self._open: dict[str, bytes] = {}
        """By step: the pack into which a sheet was put last; it is to be written."""

    def get(self, step: str, key: bytes, name: str, digest: bytes) -> Sheet | None:
        """What is kept of a file with this digest."""
        kept = self._pack(step, key).get(name)
        self._asked[step, key].add(name)
        return kept[1] if kept and kept[0] == digest else None

    def put(self, step: str, key: bytes, name: str, digest: bytes, sheet: Sheet) -> None:
        """Keep what was made of a file. It is quick for files in the order of their packs."""
        if self._open.get(step, key) != key:
            self._write(step)
        self._pack(step, key)[name] = (digest, sheet)
        self._asked[step, key].add(name)
        self._open[step] = key

    def write(self) -> None:
        """Put what is new into the store."""
        for step in tuple(self._open):
            self._write(step)

    def let_go(self, step: str) -> None:
        """Hold nothing of a step in memory."""
        self.write()
        for known in [known for known in self._known if known[0] == step]:
            del self._known[known], self._asked[known]

    def forget(self) -> None:
        """Hold nothing in memory."""
        self._known.clear()
        self._asked.clear()
        self._open.clear()

    def _pack(self, step: str, key: bytes) -> Pack:
        pack = self._known.get((step, key))
        if pack is None:
            pack = self._known[step, key] = _read(self._store.get_alone(step, key))
            self._asked[step, key] = set()
        return pack

    def _write(self, step: str) -> None:
        key = self._open.pop(step)
        pack, asked = self._known[step, key], self._asked[step, key]
        if 2 * len(asked) > len(pack):  # all that there are, and not the few that somebody is at work on
            pack = {name: pack[name] for name in pack if name in asked}
        self._store.put(step, key, marshal.dumps(pack, _FORM))


def bucket_of(name: str) -> bytes:
    """The bucket of a file: the same whatever the file holds, and whichever others there are."""
    return (crc32(name.encode("utf-8", "surrogateescape")) % BUCKETS).to_bytes(2, "big")


def _read(content: bytes | None) -> Pack:
    if content is None:
        return {}
    try:
        pack = marshal.loads(content)  # noqa: S302 -- makes plain values only; nothing is run
    except (EOFError, ValueError, TypeError):
        return {}
    return pack if isinstance(pack, dict) else {}

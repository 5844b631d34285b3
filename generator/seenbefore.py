"""The files that earlier builds have read, each with the stamp that it had then: one value of the memo."""

import marshal
from collections.abc import Collection
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.memo.digests import digest_of
from generator.memo.store import Store
from generator.read.discover import EntryKind, InputFile
from generator.read.disk import CONTENT
from generator.read.seen import Earlier, Stamp

_STEP = "files"
_FORM = 2
_Plain = tuple[tuple[int, ...], str, str, str, str]
"""A stamp, then the path, kind, id and digest of the file."""


def seen_before(store: Store, folder: Path) -> Earlier[InputFile]:
    """What earlier builds have read of the files in a folder."""
    known = _Known(store, folder)
    return Earlier(known.recall, known.note, known.done)


class _Known:
    """The files of a folder by their paths below content/, as they are written down."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._content = str(folder / CONTENT)
        self._key = digest_of(str(folder.resolve()).encode("utf-8", "surrogateescape"))
        self._noted = False

    @cached_property
    def _files(self) -> dict[str, _Plain]:
        """What was written down, read when somebody asks for the first file."""
        return _read(self._store.get_alone(_STEP, self._key))

    def recall(self, path: str, stamp: Stamp) -> InputFile | None:
        """What was read of a file, if it has this stamp still."""
        found = self._files.get(path.removeprefix(self._content))
        if found is None or found[0] != stamp:
            return None
        _, name, kind, id, digest = found
        return InputFile.unread(name, EntryKind(kind), id, digest, path)

    def note(self, path: str, stamp: Stamp, file: InputFile) -> None:
        """Remember what was read of a file."""
        plain = (tuple(stamp), file.path, file.kind.value, file.id, file.digest)
        self._files[path.removeprefix(self._content)] = plain
        self._noted = True

    def done(self, paths: Collection[str]) -> None:
        """Write it down, if something is new, without the files that are no longer there."""
        if self._noted:
            there = {path.removeprefix(self._content) for path in paths}
            for path in self._files.keys() - there:
                del self._files[path]
            self._store.put(_STEP, self._key, marshal.dumps(self._files, _FORM))
            self._noted = False


def _read(content: bytes | None) -> dict[str, _Plain]:
    try:
        files = marshal.loads(content) if content else None  # noqa: S302 -- makes plain values only
    except (EOFError, ValueError, TypeError):
        return {}
    plain: dict[str, Any] = files if isinstance(files, dict) else {}
    return plain

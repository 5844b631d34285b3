"""A constant database: values by key in one file, written as a whole and never changed.

However much it holds, an answer costs two reads of a few bytes. Its keys are spread over buckets, and each
bucket is guarded by a checksum: what is damaged is never taken for what was written.
"""

import marshal
import os
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from struct import Struct
from typing import Any
from zlib import crc32

from generator.memo.damaged import DamagedError
from generator.memo.digests import SIZE as TOKEN

Key = tuple[str, Any]
"""A table, and a key in it: a word, a number, bytes, or a tuple of them."""
_FORM = 2
_HEAD = Struct(f"<8s{TOKEN}sI")
"""What tells such a file from others, its token, and how many buckets it has; then its checksum."""
_MAGIC = b"dateline"
_PLACE = Struct("<QQ")
_CHECK = Struct("<I")
_START = _HEAD.size + _CHECK.size
"""Where the places of the buckets begin, 8 bytes each."""
_EACH = 8
"""Values in a bucket, on average."""


class Cdb:
    """One that is open to be asked. Raises DamagedError where it cannot be read."""

    def __init__(self, file: Path) -> None:
        try:
            self._handle = os.open(file, os.O_RDONLY)
        except OSError as error:
            raise DamagedError from error
        self._bucket = lru_cache(1024)(self._read)
        try:
            self.token, self._buckets = self._head()
        except DamagedError:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        with suppress(OSError):
            os.close(self._handle)

    def get(self, table: str, key: Any = None) -> Any:
        """What stands in a table with a key, None where nothing does. It must not be changed."""
        return self._bucket(_hash((table, key)) % self._buckets).get((table, key))

    def _head(self) -> tuple[bytes, int]:
        head = self._at(0, _START)
        magic, token, buckets = _HEAD.unpack_from(head)
        if magic != _MAGIC or _CHECK.unpack_from(head, _HEAD.size)[0] != crc32(head[: _HEAD.size]):
            raise DamagedError
        return token, buckets

    def _read(self, bucket: int) -> dict[Key, Any]:
        start, end = _PLACE.unpack(self._at(_START + bucket * _PLACE.size // 2, _PLACE.size))
        if not _CHECK.size <= end - start <= os.fstat(self._handle).st_size:
            raise DamagedError
        content = self._at(start, end - start)
        if _CHECK.unpack_from(content)[0] != crc32(memoryview(content)[_CHECK.size :], bucket):
            raise DamagedError
        try:
            found: dict[Key, Any] = marshal.loads(memoryview(content)[_CHECK.size :])  # noqa: S302 -- plain values
        except (EOFError, ValueError, TypeError) as error:
            raise DamagedError from error
        return found

    def _at(self, start: int, size: int) -> bytes:
        try:
            content = os.pread(self._handle, size, start)
        except (OSError, OverflowError) as error:
            raise DamagedError from error
        if len(content) != size:
            raise DamagedError
        return content


def write(file: Path, token: bytes, values: Iterable[tuple[Key, Any]]) -> None:
    """Write values by their keys to a file that is there when all of it is; the token tells it from others.

    Raises OSError where the disk does not let us.
    """
    values = list(values)
    spread: list[dict[Key, Any]] = [{} for _ in range(len(values) // _EACH + 1)]
    for key, value in values:
        spread[_hash(key) % len(spread)][key] = value
    unfinished = file.with_suffix(".new")
    start = _START + (len(spread) + 1) * _PLACE.size // 2
    places = [start]
    with unfinished.open("wb") as out:
        out.seek(start)
        for bucket, held in enumerate(spread):
            content = marshal.dumps(held, _FORM)
            out.write(_CHECK.pack(crc32(content, bucket)))
            out.write(content)
            places.append(places[-1] + _CHECK.size + len(content))
        out.seek(0)
        head = _HEAD.pack(_MAGIC, token, len(spread))
        out.write(head + _CHECK.pack(crc32(head)))
        out.write(Struct(f"<{len(places)}Q").pack(*places))
    unfinished.replace(file)


def _hash(key: Key) -> int:
    return crc32(repr(key).encode("utf-8", "surrogateescape"))

"""Plain values in a file of their own, with a digest: what is damaged or foreign counts as not there."""

import marshal
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

_DIGEST = 16
_FORM = 2
"""Of marshal: the last one in which equal values always give equal bytes."""


def place_for(cache: Path, name: str, folder: Path) -> Path:
    """The file of this name that a cache has for a folder."""
    return cache / f"{name}-{digest(str(folder.resolve()).encode('utf-8', 'surrogateescape')).hex()}"


def read(file: Path) -> Any:
    """What was written to a file; None where that is not certain."""
    try:
        content = file.read_bytes()
        if content[:_DIGEST] == digest(content[_DIGEST:]):
            return marshal.loads(content[_DIGEST:])  # noqa: S302 -- makes plain values only; nothing is run
    except (OSError, ValueError, TypeError, EOFError):
        pass
    return None


def write(file: Path, plain: Any) -> None:
    """Write a value in one step; a disk that does not let us is no mistake."""
    content = packed(plain)
    unfinished = file.with_suffix(".new")
    with suppress(OSError):
        unfinished.write_bytes(digest(content) + content)
        unfinished.replace(file)


def packed(plain: Any) -> bytes:
    """A value as bytes, the same for equal values."""
    return marshal.dumps(plain, _FORM)


def digest(content: bytes) -> bytes:
    """What some bytes count as."""
    return blake2b(content, digest_size=_DIGEST).digest()

"""How Pagefind packs a file: a mark, then the content, and gzip around both."""

import gzip
import zlib

MARK = b"pagefind_dcd"
_SYSTEM = 9
"""The byte of a gzip header that names a system: versions of Python differ in what they write there."""
_UNIX = b"\x03"


def unpack(data: bytes) -> bytes:
    """What a packed file holds; ValueError when it is cut off or damaged (gzip carries a checksum)."""
    try:
        content = gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        raise ValueError(str(error)) from error
    if not content.startswith(MARK):
        raise ValueError("it does not carry Pagefind's mark")
    return content.removeprefix(MARK)


def pack(content: bytes, level: int = 9) -> bytes:
    """Pack a file so that the same content always gives the same bytes."""
    data = gzip.compress(MARK + content, level, mtime=0)
    return b"".join((data[:_SYSTEM], _UNIX, data[_SYSTEM + 1 :]))

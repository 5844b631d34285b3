"""What the first bytes of a file say that it is, whatever its name says."""

import re
from collections.abc import Mapping

from generator.read.limits import BINARY_PROBE

_SIGNATURES: Mapping[str, bytes] = {
    "avif": rb".{4}ftyp(?:.{4}){0,16}?avi[fs]",
    "gif": rb"GIF8[79]a",
    "gz": rb"\x1f\x8b",
    "jpg": rb"\xff\xd8\xff",
    "mp3": rb"ID3|\xff[\xe2-\xe7\xf2-\xf7\xfa-\xff]",
    "pdf": rb"%PDF-",
    "png": rb"\x89PNG\r\n\x1a\n",
    "webp": rb"RIFF.{4}WEBP",
    "zip": rb"PK(?:\x03\x04|\x05\x06)",
}
_TEXTS = frozenset({"csv", "json", "txt"})
_SAME = {"jpeg": "jpg"}


def is_what_it_says(raw: bytes, ending: str) -> bool:
    """Whether the content of a file is of the kind that its ending names."""
    kind = _SAME.get(ending, ending)
    return kind == kind_of(raw) or (kind in _TEXTS and kind_of(raw) == "txt")


def kind_of(raw: bytes) -> str | None:
    """The ending that a content asks for, `txt` for any text; None if it is none we know."""
    for ending, signature in _SIGNATURES.items():
        if re.match(signature, raw, re.DOTALL):
            return ending
    return None if b"\0" in raw[:BINARY_PROBE] else "txt"

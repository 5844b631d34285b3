"""Bytes to text, in whatever encoding they came."""

import re
import unicodedata
from importlib import import_module

from msgspec import Struct

from generator.intake.refused import Refused
from generator.read.limits import BINARY_PROBE, FILE, size

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([\w-]{2,40})", re.IGNORECASE)
_CONTROLS = 0.02
"""Share of control characters from which on it is no text."""


class Decoded(Struct, frozen=True):
    """A text with `\\n` as its only line end, and the encoding it came in."""

    text: str
    encoding: str


def decoded(raw: bytes) -> Decoded | Refused:
    """The text of a raw file: UTF-8, or what it declares, or what it most likely is."""
    if len(raw) > FILE:
        return Refused(f"is larger than {size(FILE)}", "import it in parts")
    if not raw.strip():
        return Refused("is empty")
    found = _marked(raw) or _in(raw, "utf-8")
    if found is None and b"\x00" in raw[:BINARY_PROBE]:
        return Refused("is a binary file, not a text", "save the text in it as a file of its own")
    found = found or _declared(raw) or _likely(raw)
    if found is None:
        return Refused(
            "is not UTF-8, and its encoding could not be guessed", "save it as UTF-8 in your editor"
        )
    if _controls(found.text) > _CONTROLS:
        return Refused("is a binary file, not a text", "save the text in it as a file of its own")
    return found if found.text.strip() else Refused("is empty")


def _marked(raw: bytes) -> Decoded | None:
    """In the encoding whose mark stands at the beginning."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _in(raw.removeprefix(mark), encoding)
    return None


def _declared(raw: bytes) -> Decoded | None:
    match = _DECLARED.search(raw[:BINARY_PROBE])
    return _in(raw, match[1].decode("ascii")) if match else None


def _likely(raw: bytes) -> Decoded | None:
    try:
        best = import_module("charset_normalizer").from_bytes(raw).best()
    except ImportError:
        return None
    return _in(raw, best.encoding) if best else None


def _in(raw: bytes, encoding: str) -> Decoded | None:
    try:
        text = raw.decode(encoding)
        text.encode("utf-8")  # some encodings let halves of a pair through
    except (LookupError, UnicodeError):
        return None
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), encoding)


def _controls(text: str) -> float:
    found = sum(unicodedata.category(sign) == "Cc" and sign not in "\n\t\x0b\x0c\x85" for sign in text)
    return found / max(1, len(text))

"""Bytes to text: one encoding, one kind of line end, no invisible marks."""

import re

from msgspec import Struct

from generator.model.diagnostic import Diagnostic, Mark
from generator.read.limits import BINARY_PROBE, FILE, size

BOM = b"\xef\xbb\xbf"
UTF16 = (b"\xff\xfe", b"\xfe\xff")
SAVE = "save the file as UTF-8 in your editor"


class Decoded(Struct, frozen=True):
    """The text of a file with `\\n` as its only line end; the problems do not know their file yet."""

    text: str
    problems: tuple[Diagnostic, ...] = ()


def decode(raw: bytes) -> Decoded:
    """The text of a file. With problems the text is only good for showing where they stand."""
    if len(raw) > FILE:
        return Decoded("", (Diagnostic("too-large", "", Mark(), f"the file is larger than {size(FILE)}"),))
    if raw.startswith(UTF16):
        problem = Diagnostic("not-utf-8", "", Mark(), "the file is UTF-16, not UTF-8", SAVE)
        return Decoded("", (problem,))
    raw = raw.removeprefix(BOM)
    try:
        text = _unix(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        if b"\x00" in raw[:BINARY_PROBE]:
            hint = "only Markdown text belongs here; put pictures and other files elsewhere"
            return Decoded("", (Diagnostic("binary-file", "", Mark(), "this is a binary file", hint),))
        return Decoded(_unix(raw.decode("utf-8", "replace")), (_not_utf8(raw, error),))
    problems = (
        _forbidden(text, "\x00", "nul", "a NUL byte stands here"),
        _forbidden(text, "\ufeff", "byte-order-mark", "the invisible mark U+FEFF stands here"),
    )
    return Decoded(text, tuple(problem for problem in problems if problem))


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(raw: bytes, error: UnicodeDecodeError) -> Diagnostic:
    before = _unix(raw[: error.start].decode("utf-8"))
    mark = Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))
    return Diagnostic("not-utf-8", "", mark, f"the byte 0x{raw[error.start]:02X} is not UTF-8", SAVE)


def _forbidden(text: str, letter: str, code: str, message: str) -> Diagnostic | None:
    first = text.find(letter)
    if first < 0:
        return None
    mark = Mark(text.count("\n", 0, first) + 1, first - text.rfind("\n", 0, first))
    more = len(re.findall(letter, text)) - 1
    hint = f"delete it, and {more} more below" if more else "delete it"
    return Diagnostic(code, "", mark, message, hint)

"""Text as words: one form for all the ways in which the files of a site write the same thing."""

import html
import re
from urllib.parse import unquote

DEEPEST = 4
"""Escapes within escapes: HTML in JSON in a page is three."""

_BACKSLASHED = re.compile(r"(?:\\u[0-9a-fA-F]{4})+|\\(.)", re.DOTALL)
_PERCENTED = re.compile("(?:%[0-9a-fA-F]{2})+")
_BLANKS = "bfnrt"
"""What stands after a backslash for white space."""
_SIGNS = re.compile(
    b"\xc2[\x80-\xbf]|\xc3[\x97\xb7]"  # Latin-1: non-breaking space, guillemets, middle dot
    b"|\xd6\xbe|\xd8[\x8c\x9b\x9f]|\xdb\x94"  # Hebrew and Arabic
    b"|\xe0\xa5[\xa4\xa5]"  # danda
    b"|\xe2[\x80-\xaf][\x80-\xbf]"  # quotation marks, dashes, bullets, arrows, symbols
    b"|\xe3\x80[\x80-\xbf]"  # Chinese and Japanese
    b"|\xef\xbb\xbf|\xef\xbc[\x81-\x8f\x9a-\xa0]|\xef\xbd[\x9b-\xa5]"  # byte-order mark, full width
)
_LETTERS = bytes(sign if bytes([sign]).isalnum() or sign > 127 else 32 for sign in range(256))


def plain(text: str) -> str:
    """The text with every escape undone that HTML, XML, JSON or an address puts in its way."""
    for _ in range(DEEPEST):
        undone = _undone(text)
        if undone == text:
            break
        text = undone
    return text


def spaced(text: str) -> bytes:
    """A plain text in small letters, in UTF-8, with spaces for all that is no letter or digit."""
    data = text.casefold().encode("utf-8", "replace")
    if not data.isascii():
        data = _SIGNS.sub(b" ", data)
    return b" " + data.translate(_LETTERS) + b" "


def squeezed(words: bytes) -> bytes:
    """Words without the spaces between them: the same however a file breaks its lines."""
    return words.translate(None, b" ")


def _undone(text: str) -> str:
    if "&" in text:
        text = html.unescape(text)
    if "\\" in text:
        text = _BACKSLASHED.sub(_meant, text)
    if "%" in text:
        text = _PERCENTED.sub(lambda found: unquote(found[0], errors="replace"), text)
    return text


def _meant(found: re.Match[str]) -> str:
    if found[1]:
        return " " if found[1] in _BLANKS else found[1]
    # Signs beyond the first 65,536 are written as two.
    pairs = bytes.fromhex(found[0].replace("\\u", ""))
    return pairs.decode("utf-16-be", "replace")

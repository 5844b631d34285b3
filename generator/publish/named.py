"""What a page names: the addresses of its links, and the places that links can lead to."""

import re

from ahocorasick_rs import BytesAhoCorasick, Implementation
from msgspec import Struct

_LINKS = (b"href=", b"src=", b"action=", b"poster=")
_MARKS = BytesAhoCorasick((*_LINKS, b"id=", b"refresh"), implementation=Implementation.DFA)
_ID, _REFRESH = len(_LINKS), len(_LINKS) + 1
_BLANK = frozenset(b" \n\t\r\f")
_DOUBLE, _SINGLE = b"\"'"
_VALUE = re.compile(rb"'([^'<>]*)'|([^\s\"'=<>`]+)")
_EQUIVALENT = re.compile(rb"""\bhttp-equiv\s*=\s*["']?\Z""", re.IGNORECASE)
_NEXT = re.compile(rb"""["']?[^<>]*?\burl=([^"'<>\s]*)""", re.IGNORECASE)


class Named(Struct, frozen=True):
    """As it is written in a page, so with `&amp;` for an ampersand."""

    links: frozenset[bytes]
    """Of links, forms, scripts, styles, pictures, and of a page that leads on by itself."""
    anchors: frozenset[bytes]
    """The ids of its elements."""


def named_in(page: bytes) -> Named:
    """What a page names.

    In one pass, because every build looks at every page that it made, and no parser of HTML is fast enough
    for that. What stands in a text is not taken for an attribute: there a quotation mark is escaped, and
    without one it is looked whether it stands in a tag.
    """
    links: set[bytes] = set()
    anchors: set[bytes] = set()
    page += b" "  # so that something stands after the last mark
    for mark, begin, end in _MARKS.find_matches_as_indexes(page):
        if mark == _REFRESH:
            named = _EQUIVALENT.search(page, max(begin - 20, 0), begin)
            if named and _in_tag(page, named.start()) and (found := _NEXT.match(page, end)):
                links.add(found[1])
        elif page[begin - 1] in _BLANK:  # else it is the end of another name, as in data-href
            value = _double(page, end + 1) if page[end] == _DOUBLE else _odd(page, end)
            if value is not None:
                (anchors if mark == _ID else links).add(value)
    return Named(frozenset(links), frozenset(anchors))


def _double(page: bytes, at: int) -> bytes:
    return page[at : max(at, page.find(b'"', at))]


def _odd(page: bytes, at: int) -> bytes | None:
    """A value in single quotation marks, or in none; None where this is no attribute."""
    found = _VALUE.match(page, at) if _in_tag(page, at) else None
    return None if found is None else found[1] if page[at] == _SINGLE else found[2]


def _in_tag(page: bytes, at: int) -> bool:
    """Whether a place is in a tag, and not in a value that stands there in quotation marks."""
    begin, quote = page.rfind(b"<", 0, at), 0
    if begin <= page.rfind(b">", 0, at):
        return False
    for sign in page[begin:at]:
        if not quote and sign in (_DOUBLE, _SINGLE):
            quote = sign
        elif sign == quote:
            quote = 0
    return not quote

"""The words of a shard's index, each with its postings as bytes that can be put behind others' unread.

Pagefind numbers the pages of a word by their distance from the page before. So of all postings of a word only
the first changes when the pages of other shards are put before them, and nothing else has to be read again.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from generator.search.cbor import encode

_UNSIGNED = rb"(?:[\x00-\x17]|\x18.|\x19..|\x1a....)"
_INTEGERS = rb"(?:[\x00-\x17\x20-\x37]++|[\x18\x38].|[\x19\x39]..|[\x1a\x3a]....)*+"
_ARRAY = rb"(?:[\x80-\x97]|\x98.|\x99..|\x9a....)"
_ONCE = rb"\x82\x38\x18" + _UNSIGNED + rb"\x80"
"""Most words stand once on a page, and not in its title: that is tried first."""
_REST = rb"(?:" + _ONCE + rb"|" + (_ARRAY + _INTEGERS) * 2 + rb")"
POSTING = re.compile(rb"\x83(" + _UNSIGNED + rb")(" + _REST + rb")", re.DOTALL)
ALONE = re.compile(POSTING.pattern + rb"\x80", re.DOTALL)
"""A posting behind which no other spelling follows."""
POSTINGS = re.compile(rb"(?:\x83" + _UNSIGNED + _REST + rb")*+", re.DOTALL)
"""Page after page: how far from the one before, where on it, where in its title and the like."""
LEFT_OUT = -1
"""The new number of a page that is not wanted."""
KNOWN = 1 << 10
NUMBERS = {encode(number): number for number in range(KNOWN)}
"""What the distances mostly are, by their bytes."""
FORM = b"\0"
"""Stands between a word and one of its spellings with accents, in the key of a row."""


_FIRST = b"\x83\0"
"""How the first posting of a row would begin, if it began anyhow."""
Posting = tuple[int, bytes]
"""A page, and all else that is said of a word there."""


class Row(NamedTuple):
    """A word, or one of its spellings, on some pages."""

    key: bytes
    pages: int
    first: int
    """The number of the first of its pages; of the last one, `last`."""
    last: int
    body: bytes
    """Its postings without what begins the first one."""


def rows_in(chunk: bytes, order: Sequence[int]) -> Iterator[Row]:
    """The rows of one file of an index, with the pages numbered anew.

    `order` has the new number of each page, or LEFT_OUT. Raises ValueError when the file has another form
    than Pagefind 1.5's.
    """
    length, at = _sized(chunk, 0, 4)
    words, at = _sized(chunk, at, 4)
    if length != 1:
        raise ValueError("not a list of words")
    for _ in range(words):
        word, at = _text(chunk, _begins(chunk, at, 0x83))
        # Half of all words stand on one page.
        alone = ALONE.match(chunk, at + 1) if chunk[at : at + 1] == b"\x81" else None
        if alone:
            page = order[_number(alone[1])]
            if page != LEFT_OUT:
                yield Row(word, 1, page, page, alone[2])
            at = alone.end()
            continue
        row, at = _row(word, chunk, at, order)
        spellings, at = _sized(chunk, at, 4)
        forms = []
        for _ in range(spellings):
            form, at = _text(chunk, _begins(chunk, at, 0x82))
            spelt, at = _row(word + FORM + form, chunk, at, order)
            if spelt.pages:
                forms.append(spelt)
        if row.pages or forms:
            yield row
            # In version 1.5.2 their order changes from run to run.
            yield from sorted(forms, key=itemgetter(0))
    if at != len(chunk):
        raise ValueError("bytes are left over")


def _row(key: bytes, chunk: bytes, at: int, order: Sequence[int]) -> tuple[Row, int]:
    count, at = _sized(chunk, at, 4)
    found = POSTINGS.match(chunk, at)
    end = found.end() if found else at
    postings = POSTING.findall(chunk, at, end)
    if len(postings) != count:
        raise ValueError("not the pages of a word")
    try:
        try:
            distances = [NUMBERS[distance] for distance, _ in postings]
        except KeyError:
            distances = [_number(distance) for distance, _ in postings]
        old = zip(accumulate(distances), postings, strict=True)
        new = sorted([(order[page], rest) for page, (_, rest) in old])
    except IndexError as error:
        raise ValueError("not a page") from error
    if new and new[0][0] == LEFT_OUT:
        del new[0]
    return row_of(key, new, len(order)), end


def row_of(key: bytes, postings: Sequence[Posting], pages: int) -> Row:
    """A row of postings, which come in the order of their pages; the shard has not more than so many."""
    if not postings:
        return Row(key, 0, 0, 0, b"")
    first, rest = postings[0]
    body, last, begun = [rest], first, begins(pages)
    for page, rest in postings[1:]:
        body.append(begun[page - last] + rest)
        last = page
    return Row(key, len(postings), first, last, b"".join(body))


def postings_of(row: Row) -> list[Posting]:
    """The postings of a row, in the order of their pages."""
    if row.pages < 2:
        return [(row.first, bytes(row.body))] * row.pages
    found = POSTING.findall(b"".join((_FIRST, row.body)))
    pages = accumulate((_number(distance) for distance, _ in found[1:]), initial=row.first)
    return [(page, rest) for page, (_, rest) in zip(pages, found, strict=True)]


@lru_cache(4)
def begins(pages: int) -> list[bytes]:
    """How a posting begins, by its distance from the one before, in an index of so many pages."""
    return [b"\x83" + encode(distance) for distance in range(pages + 1)]


def _number(encoded: bytes) -> int:
    return encoded[0] if len(encoded) == 1 else int.from_bytes(encoded[1:], "big")


def _begins(data: bytes, at: int, mark: int) -> int:
    if data[at : at + 1] != bytes([mark]):
        raise ValueError("not a word or a spelling")
    return at + 1


def _text(data: bytes, at: int) -> tuple[bytes, int]:
    size, at = _sized(data, at, 3)
    text = data[at : at + size]
    if len(text) != size or FORM in text or b"\n" in text:
        raise ValueError("not a word")
    return text, at + size


def _sized(data: bytes, at: int, kind: int) -> tuple[int, int]:
    """The size in the head of a text (3) or an array (4), and where its content begins."""
    first = data[at] if at < len(data) else 0
    size = first & 31
    if first >> 5 == kind and size < 24:
        return size, at + 1
    if first >> 5 != kind or size > 26:
        raise ValueError("not a list or a text")
    width = 1 << (size - 24)
    return int.from_bytes(data[at + 1 : at + 1 + width], "big"), at + 1 + width

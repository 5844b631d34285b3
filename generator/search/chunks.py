"""The words of an index divided into files: by the words alone, so that an edit changes few of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from generator.search.cbor import Item, head

CHUNK = 32_000
"""Bytes of words, before they are packed, after which a file of the index is full."""
ENDS = 8
"""One word in so many may end a file: two neighbouring files rarely meet elsewhere after an edit."""


class Sized(NamedTuple):
    """A word with the bytes of its entry in the index, and the entry unless it is as it was."""

    word: bytes
    size: int
    entry: bytes | None


def divided(words: Iterable[Sized]) -> Iterator[list[Sized]]:
    """The words of each file. A word that fills a file has one for itself, so that no other costs as much."""
    held: list[Sized] = []
    size = 0
    for one in words:
        if one.size >= CHUNK and held:
            yield held
            held, size = [], 0
        held.append(one)
        size += one.size
        if size >= CHUNK and (crc32(one.word) % ENDS == 0 or size >= 2 * CHUNK or len(held) == 1):
            yield held
            held, size = [], 0
    if held:
        yield held


def chunk_of(entries: Sequence[bytes]) -> bytes:
    """The content of a file of the index."""
    return b"\x81" + head(4, len(entries)) + b"".join(entries)


def entries_in(chunk: bytes, words: Sequence[bytes], sizes: Sequence[int]) -> Mapping[bytes, bytes]:
    """The entries of a file that holds these words, in so many bytes each."""
    at = len(chunk) - sum(sizes)
    found = {}
    for word, size in zip(words, sizes, strict=True):
        found[word] = chunk[at : at + size]
        at += size
    return found


def ranges_of(chunks: Sequence[tuple[bytes, bytes, str]]) -> list[Item]:
    """The first and last word of each file with its name; where two meet, only what tells them apart."""
    rows = [[begin.decode(), end.decode(), name] for begin, end, name in chunks]
    for place in range(len(chunks) - 1):
        end, begin = rows[place][1], rows[place + 1][0]
        same = next((n for n, (a, b) in enumerate(zip(end, begin, strict=False)) if a != b), len(end))
        if end[: same + 1] >= rows[place][0]:
            rows[place][1] = end[: same + 1]
        rows[place + 1][0] = begin[: same + 1]
    return [list[Item](row) for row in rows]

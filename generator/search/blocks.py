"""The rows of a shard as they are kept: in blocks, so that many are read at once in little memory."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate
from sys import byteorder

from msgspec import Struct

from generator.search.rows import Row
from generator.search.store import Kept

KEYS, NUMBERS, BODIES, BLOCKS = "rows.keys", "rows.numbers", "rows.bodies", "rows.blocks"
SIZE = 1024
"""Rows in a block."""
_WIDTH = 4
"""Numbers that are kept of each row: pages, first, last, bytes of its body."""


class Block(Struct, frozen=True):
    """Some rows in the order of their keys, field by field; see `Row`."""

    keys: list[bytes]
    pages: Sequence[int]
    firsts: Sequence[int]
    lasts: Sequence[int]
    ends: list[int]
    """Where each body begins in `bodies`, and where the last one ends."""
    bodies: memoryview


def packed(rows: Sequence[Row]) -> dict[str, bytes]:
    """What is kept of these rows; they come in the order of their keys."""
    numbers = array("I", [n for row in rows for n in (row.pages, row.first, row.last, len(row.body))])
    blocks = [rows[at : at + SIZE] for at in range(0, len(rows), SIZE)]
    keys = [b"\n".join(row.key for row in block) for block in blocks]
    sizes = [
        (len(joined), sum(len(row.body) for row in block)) for joined, block in zip(keys, blocks, strict=True)
    ]
    return {
        KEYS: b"".join(keys),
        NUMBERS: little(numbers),
        BODIES: b"".join(row.body for row in rows),
        BLOCKS: little(array("I", [size for pair in sizes for size in pair])),
    }


def blocks_of(part: Kept) -> Iterator[Block]:
    """The rows of a shard, block after block."""
    keys, numbers, bodies, sizes = part.view(KEYS, NUMBERS, BODIES, BLOCKS)
    bounds = numbers_in(sizes)
    key = row = body = 0
    for length, extent in zip(bounds[::2], bounds[1::2], strict=True):
        found = bytes(keys[key : key + length]).split(b"\n")
        rows = numbers_in(numbers[row : row + 4 * _WIDTH * len(found)])
        ends = list(accumulate(rows[3::_WIDTH], initial=0))
        yield Block(
            found, rows[::_WIDTH], rows[1::_WIDTH], rows[2::_WIDTH], ends, bodies[body : body + extent]
        )
        key, row, body = key + length, row + 4 * _WIDTH * len(found), body + extent


def little(numbers: "array[int]") -> bytes:
    """Numbers as bytes, their lowest byte first, on any machine."""
    if byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def numbers_in(data: bytes | memoryview) -> "array[int]":
    """The numbers that `little` wrote."""
    numbers = array("I", bytes(data))
    if byteorder == "big":
        numbers.byteswap()
    return numbers

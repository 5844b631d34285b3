"""Inputs from seeds, changed at random: for machines on which atheris cannot be had."""

import random
from collections.abc import Callable, Iterator, Sequence

ODD = (
    b"\x00",
    b"\xff",
    b"\n",
    b"\n\n",
    b"---\n",
    "\u202e".encode(),
    "\u2028".encode(),
    b"%00",
    b"]" * 9,
    b" ",
)
"""What is put in between now and then."""


def changed(seeds: Sequence[bytes], chance: random.Random) -> Iterator[bytes]:
    """Endless inputs, each a seed after a few changes."""
    while True:
        data = chance.choice(seeds)
        for _ in range(chance.choice((1, 1, 2, 4, 8))):
            data = chance.choice(CHANGES)(data, chance, chance.choice(seeds))
        yield data[: 1 << 14]


def _cut(data: bytes, chance: random.Random, other: bytes) -> bytes:
    start, end = _stretch(data, chance)
    return data[:start] + data[end:]


def _repeat(data: bytes, chance: random.Random, other: bytes) -> bytes:
    start, end = _stretch(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 30)) + data[end:]


def _flip(data: bytes, chance: random.Random, other: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _insert(data: bytes, chance: random.Random, other: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(ODD) + data[at:]


def _join(data: bytes, chance: random.Random, other: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    start, end = _stretch(other, chance)
    return data[:at] + other[start:end] + data[at:]


def _swap(data: bytes, chance: random.Random, other: bytes) -> bytes:
    rows = data.split(b"\n")
    first, second = chance.randrange(len(rows)), chance.randrange(len(rows))
    rows[first], rows[second] = rows[second], rows[first]
    return b"\n".join(rows)


def _stretch(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 2, 5, 20, 100)))


CHANGES: tuple[Callable[[bytes, random.Random, bytes], bytes], ...] = (
    _cut,
    _repeat,
    _flip,
    _insert,
    _join,
    _swap,
)

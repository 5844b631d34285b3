"""The part of CBOR (RFC 8949) that Pagefind's lists use: whole numbers, texts and arrays."""

from functools import lru_cache

Item = int | str | list["Item"]

DEEPEST = 16
"""Levels of arrays within arrays; Pagefind uses five."""


def decode(data: bytes) -> Item:
    """Read one item; ValueError when the bytes hold anything else, less or more."""
    item, end = _item(data, 0, 0)
    if end != len(data):
        raise ValueError("bytes are left over")
    return item


def encode(item: Item) -> bytes:
    """Write one item in its shortest form."""
    if isinstance(item, str):
        text = item.encode()
        return head(3, len(text)) + text
    if isinstance(item, list):
        parts = [head(0, part) if isinstance(part, int) and part >= 0 else encode(part) for part in item]
        return b"".join((head(4, len(item)), *parts))
    return head(0, item) if item >= 0 else head(1, -1 - item)


def _item(data: bytes, at: int, depth: int) -> tuple[Item, int]:
    if at >= len(data) or depth > DEEPEST:
        raise ValueError("the item ends too early or is too deep")
    kind, size = data[at] >> 5, data[at] & 31
    at += 1
    if size > 27:
        raise ValueError("a length that Pagefind does not use")
    if size >= 24:
        width = 1 << (size - 24)
        if at + width > len(data):
            raise ValueError("the item ends too early")
        size = int.from_bytes(data[at : at + width], "big")
        at += width
    if kind == 0:
        return size, at
    if kind == 1:
        return -1 - size, at
    if kind == 3:
        if at + size > len(data):
            raise ValueError("the text ends too early")
        return data[at : at + size].decode(), at + size
    if kind != 4 or size > len(data):
        raise ValueError("a kind of item that Pagefind does not use")
    parts: list[Item] = []
    for _ in range(size):
        part, at = _item(data, at, depth + 1)
        parts.append(part)
    return parts, at


@lru_cache(1 << 16)  # pages are numbered from 0, and named many times
def head(kind: int, size: int) -> bytes:
    """The beginning of an item: 0 a number, 3 a text, 4 an array, with its size or its value."""
    if size < 24:
        return bytes([kind << 5 | size])
    for code, width in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if size < 1 << (8 * width):
            return bytes([kind << 5 | code]) + size.to_bytes(width, "big")
    raise ValueError("a number too great for CBOR")

"""The index of one shard, in the form in which it is kept and put together with those of others."""

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from sys import byteorder
from typing import Any, cast

from generator.search.bundle import ENTRY, SCRIPT, WORKER
from generator.search.cbor import Item, decode
from generator.search.meta import read_meta
from generator.search.orders import Values, agrees, in_order
from generator.search.packed import unpack
from generator.search.rows import LEFT_OUT, Row, rows_in
from generator.search.store import Kept

TABLE, KEYS, NUMBERS, BODIES = "table.json", "rows.keys", "rows.numbers", "rows.bodies"
_WIDTH = 4
"""Numbers that are kept of each row: pages, first, last, bytes of its body."""


def part_of(
    files: Mapping[str, bytes], addresses: Sequence[str], values: Sequence[Values]
) -> dict[str, bytes]:
    """What is kept of a shard's bundle, its pages in the order of these addresses; others are left out.

    `values` has what each of them is sorted by. Raises ValueError when this version of Pagefind writes a
    bundle in another form.
    """
    entry = json.loads(files[ENTRY])
    ((language, index),) = entry["languages"].items()
    meta = read_meta(unpack(files[f"pagefind.{index['hash']}.pf_meta"]))
    if meta is None:
        raise ValueError("a table of contents in another form")
    place = {address: number for number, address in enumerate(addresses)}
    order = [place.get(_address(files, name), LEFT_OUT) for name in meta.fragments]
    if sorted(order)[-len(addresses) :] != list(range(len(addresses))):
        raise ValueError("other pages than it was given")
    pages = {new: row[:2] for new, row in zip(order, meta.pages, strict=True) if new != LEFT_OUT}
    rows = [row for name in meta.chunks for row in rows_in(unpack(files[f"index/{name}.pf_index"]), order)]
    programs = (SCRIPT, WORKER, f"wasm.{index['wasm'] or 'unknown'}.pagefind")
    table = {
        "language": language,
        "entry": {**entry, "languages": {language: {**index, "hash": "", "page_count": 0}}},
        "version": meta.parts[0],
        "pages": [pages[number] for number in range(len(addresses))],
        "filters": {
            name: _filter(files[f"filter/{file}.pf_filter"], name, order) for name, file in meta.filters
        },
        "sorts": {name: _sort(name, old, order, values) for name, old in meta.sorts},
        "fields": meta.parts[5],
        "programs": programs,
    }
    kept = [*programs, *(f"fragment/{row[0]}.pf_fragment" for row in pages.values())]
    return {
        TABLE: json.dumps(table, ensure_ascii=False).encode(),
        **_packed(sorted(rows, key=itemgetter(0))),
        **{name: files[name] for name in sorted(kept)},
    }


def table_of(part: Kept) -> dict[str, Any]:
    """Its pages, filters, orders and fields."""
    table: dict[str, Any] = json.loads(part.read(TABLE))
    return table


def rows_of(part: Kept, offset: int) -> Iterator[Row]:
    """Its rows, in the order of their keys; its pages are numbered from `offset` on."""
    keys, bodies = part.read(KEYS), part.read(BODIES)
    numbers = _array(part.read(NUMBERS))
    at = 0
    for key, place in zip(keys.split(b"\n") if keys else (), range(0, len(numbers), _WIDTH), strict=True):
        pages, first, last, size = numbers[place : place + _WIDTH]
        yield Row(key, pages, first + offset, last + offset, bodies[at : at + size])
        at += size


def _packed(rows: Sequence[Row]) -> dict[str, bytes]:
    numbers = array("I", [n for row in rows for n in (row.pages, row.first, row.last, len(row.body))])
    return {
        KEYS: b"\n".join(row.key for row in rows),
        NUMBERS: _array(numbers.tobytes()).tobytes(),
        BODIES: b"".join(row.body for row in rows),
    }


def _array(data: bytes) -> "array[int]":
    """Numbers with their lowest byte first, on any machine."""
    numbers = array("I", data)
    if byteorder == "big":
        numbers.byteswap()
    return numbers


def _address(files: Mapping[str, bytes], name: str) -> str:
    return str(json.loads(unpack(files[f"fragment/{name}.pf_fragment"]))["url"])


def _filter(file: bytes, name: str, order: Sequence[int]) -> dict[str, list[int]]:
    """The pages of each value."""
    try:
        found, values = cast(list[Item], decode(unpack(file)))
        rows = cast(list[tuple[str, list[int]]], values)
        made = {value: sorted(order[page] for page in pages) for value, pages in rows}
    except (ValueError, TypeError, IndexError, RecursionError) as error:
        raise ValueError("a filter in another form") from error
    if found != name:
        raise ValueError("a filter in another form")
    return dict(sorted(made.items()))


def _sort(
    name: str, old: Sequence[int], order: Sequence[int], values: Sequence[Values]
) -> list[tuple[int, str | None]]:
    """The pages in order, each with its value if that is what Pagefind sorted by."""
    pages = [order[page] for page in old]
    said = {page: found[name] for page, found in enumerate(values) if name in found}
    if agrees(pages, said):
        return [(page, said[page]) for page in in_order(said)]
    return [(page, None) for page in pages]

"""The index of one shard, in the form in which it is kept and put together with those of others."""

import json
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, cast

from msgspec import Struct

from generator.search import blocks
from generator.search.bundle import ENTRY, SCRIPT, WORKER, Read, addresses_in
from generator.search.cbor import Item, decode
from generator.search.mended import mended
from generator.search.meta import read_meta
from generator.search.orders import Values, agrees, in_order
from generator.search.rows import LEFT_OUT, Row, rows_in
from generator.search.store import Kept

TABLE = "table.json"


class Part(Struct, frozen=True):
    """The index of a shard, read."""

    table: dict[str, Any]
    """Its pages, filters, orders and fields."""
    rows: Sequence[Row]
    """In the order of their keys."""
    files: Mapping[str, bytes]
    """Its pages and programs, as they stand on the site."""

    def items(self) -> Iterator[tuple[str, bytes]]:
        """What is kept of it."""
        yield TABLE, json.dumps(self.table, ensure_ascii=False).encode()
        yield from blocks.packed(self.rows).items()
        yield from self.files.items()


def part_of(read: Read, addresses: Sequence[str], values: Sequence[Values]) -> Part:
    """What is kept of a shard's bundle, its pages in the order of these addresses; others are left out.

    `values` has what each of them is sorted by. Raises ValueError when this version of Pagefind writes a
    bundle in another form.
    """
    files, contents = read.files, read.contents
    entry = json.loads(files[ENTRY])
    ((language, index),) = entry["languages"].items()
    meta = read_meta(contents[f"pagefind.{index['hash']}.pf_meta"])
    if meta is None:
        raise ValueError("a table of contents in another form")
    place = {address: number for number, address in enumerate(addresses)}
    address = addresses_in(contents)
    order = [place.get(address[fragment_path(name)], LEFT_OUT) for name in meta.fragments]
    if sorted(order)[-len(addresses) :] != list(range(len(addresses))):
        raise ValueError("other pages than it was given")
    pages = {new: row[:2] for new, row in zip(order, meta.pages, strict=True) if new != LEFT_OUT}
    rows = [row for name in meta.chunks for row in rows_in(contents[f"index/{name}.pf_index"], order)]
    programs = [SCRIPT, WORKER, f"wasm.{index['wasm'] or 'unknown'}.pagefind"]
    table = {
        "language": language,
        "entry": {**entry, "languages": {language: {**index, "hash": "", "page_count": 0}}},
        "version": meta.parts[0],
        "pages": [pages[number] for number in range(len(addresses))],
        "filters": {
            name: _filter(contents[f"filter/{file}.pf_filter"], name, order)
            for name, file in sorted(meta.filters)
        },
        "sorts": {name: _sort(name, old, order, values) for name, old in sorted(meta.sorts)},
        "fields": meta.parts[5],
        "programs": programs,
    }
    kept = [*programs, *(fragment_path(str(row[0])) for row in pages.values())]
    programs_mended = {name: mended(files[name]) for name in (SCRIPT, WORKER)}
    return Part(
        table,
        sorted(rows, key=itemgetter(0)),
        {**{name: files[name] for name in sorted(kept)}, **programs_mended},
    )


def fragment_path(name: str) -> str:
    """Where the file of a page stands in the bundle."""
    return f"fragment/{name}.pf_fragment"


def table_of(part: Kept) -> dict[str, Any]:
    """Its pages, filters, orders and fields."""
    table: dict[str, Any] = json.loads(part.read(TABLE))
    return table


def _filter(content: bytes, name: str, order: Sequence[int]) -> dict[str, list[int]]:
    """The pages of each value."""
    try:
        found, values = cast(list[Item], decode(content))
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

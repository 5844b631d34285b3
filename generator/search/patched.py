"""A shard of which few pages have changed: they alone are indexed, and stand in for what they were."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.search.blocks import blocks_of
from generator.search.orders import in_order
from generator.search.part import Part, fragment_path, table_of
from generator.search.rows import FORM, LEFT_OUT, Row, postings_of, row_of
from generator.search.store import Kept

_SAME = ("language", "entry", "version", "fields", "programs")
"""What the tables of two parts must say alike, else one cannot stand in for pages of the other."""


def patched(old: Kept, order: Sequence[int], new: Part, places: Sequence[int]) -> Part | None:
    """The part that an old one becomes with some new pages, to the byte as if all were indexed together.

    `order` has the new number of each page of the old part, or LEFT_OUT; `places` those of the new pages.
    None where that cannot be known without indexing them together.
    """
    table = table_of(old)
    if any(table[name] != new.table[name] for name in _SAME):
        return None
    pages = _placed(table["pages"], order) | _placed(new.table["pages"], places)
    names = [pages[number][0] for number in range(len(pages))]
    sorts = _sorts(table["sorts"], order, new.table["sorts"], places)
    if sorts is None or len(set(names)) != len(names):
        return None
    made = {
        **table,
        "pages": [pages[number] for number in range(len(pages))],
        "filters": _filters(table["filters"], order, new.table["filters"], places),
        "sorts": sorts,
    }
    paths = map(fragment_path, sorted(names))
    fragments = {path: new.files[path] if path in new.files else old.read(path) for path in paths}
    programs = {name: new.files[name] for name in table["programs"]}
    return Part(made, _rows(old, order, new.rows, places, len(pages)), {**fragments, **programs})


def _placed(pages: Sequence[Any], order: Sequence[int]) -> dict[int, Any]:
    return {number: page for number, page in zip(order, pages, strict=True) if number != LEFT_OUT}


def _rows(
    old: Kept, order: Sequence[int], new: Sequence[Row], places: Sequence[int], pages: int
) -> list[Row]:
    more = {row.key: [(places[page], rest) for page, rest in postings_of(row)] for row in new}
    gone = [number for number, there in enumerate(order) if there == LEFT_OUT]
    is_straight = all(there in (number, LEFT_OUT) for number, there in enumerate(order))
    rows = []
    for row in _rows_of(old):
        added = more.pop(row.key, None)
        if added is None and is_straight and not _touches(row, gone):
            rows.append(row)
            continue
        kept = ((order[page], rest) for page, rest in postings_of(row))
        stay = [posting for posting in kept if posting[0] != LEFT_OUT]
        rows.append(row_of(row.key, sorted([*stay, *(added or ())]), pages))
    rows += [row_of(key, sorted(postings), pages) for key, postings in more.items()]
    return list(_standing(sorted(rows)))


def _rows_of(part: Kept) -> Iterator[Row]:
    for block in blocks_of(part):
        for at, key in enumerate(block.keys):
            body = bytes(block.bodies[block.ends[at] : block.ends[at + 1]])
            yield Row(key, block.pages[at], block.firsts[at], block.lasts[at], body)


def _touches(row: Row, pages: Sequence[int]) -> bool:
    """Whether any of some pages, which are in order, may be among those of a row."""
    at = bisect_left(pages, row.first)
    return at < len(pages) and pages[at] <= row.last


def _standing(rows: Sequence[Row]) -> Iterator[Row]:
    """Without those that stand on no page any longer, but for words of which a spelling does."""
    spelt = {row.key.partition(FORM)[0] for row in rows if row.pages and FORM in row.key}
    return (row for row in rows if row.pages or row.key in spelt)


def _filters(
    old: Mapping[str, Mapping[str, Sequence[int]]],
    order: Sequence[int],
    new: Mapping[str, Mapping[str, Sequence[int]]],
    places: Sequence[int],
) -> dict[str, dict[str, list[int]]]:
    made: dict[str, dict[str, list[int]]] = {}
    for filters, numbers in ((old, order), (new, places)):
        for name, values in filters.items():
            for value, pages in values.items():
                stay = [numbers[page] for page in pages if numbers[page] != LEFT_OUT]
                if stay:
                    made.setdefault(name, {}).setdefault(value, []).extend(stay)
    return {
        name: {value: sorted(pages) for value, pages in sorted(values.items())}
        for name, values in sorted(made.items())
    }


def _sorts(
    old: Mapping[str, Sequence[Any]],
    order: Sequence[int],
    new: Mapping[str, Sequence[Any]],
    places: Sequence[int],
) -> dict[str, list[tuple[int, str]]] | None:
    """The orders of all pages; None where it is not known by what they are sorted."""
    made: dict[str, dict[int, str]] = {}
    for sorts, numbers in ((old, order), (new, places)):
        for name, rows in sorts.items():
            for page, value in rows:
                if value is None:
                    return None
                if numbers[page] != LEFT_OUT:
                    made.setdefault(name, {})[numbers[page]] = value
    return {
        name: [(page, values[page]) for page in in_order(values)] for name, values in sorted(made.items())
    }

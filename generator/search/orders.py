"""What pages are sorted by: Pagefind keeps only the order, which says nothing of other shards."""

import re
from collections.abc import Mapping, Sequence
from html import unescape

_TAG = re.compile(rb"""<[a-z][^<>]*\sdata-pagefind-sort=["']([^"'<>]*)["'][^<>]*>([^<]*)""")

Values = dict[str, str]
"""The value of each key that a page is sorted by."""


def sort_values(page: bytes) -> Values:
    """The values that a page is sorted by: `date[content]`, `date:2024-11-29`, or the text of the element."""
    values: Values = {}
    for tag in _TAG.finditer(page):
        for said in unescape(tag[1].decode("utf-8", "replace")).split(","):
            key, attribute = said.strip(), ""
            if ":" in key:
                key, _, value = key.partition(":")
            elif key.endswith("]"):
                key, _, attribute = key[:-1].partition("[")
                found = re.search(
                    rb"\s" + re.escape(attribute.encode()) + rb"""=["']([^"'<>]*)["']""", tag[0]
                )
                value = found[1].decode("utf-8", "replace") if found else ""
            else:
                value = tag[2].decode("utf-8", "replace")
            values[key] = " ".join(unescape(value).split())
    return values


def in_order(values: Mapping[int, str]) -> list[int]:
    """Pages by their values, as Pagefind does: as numbers if all of them are numbers; equals by number."""
    if all(_is_number(value) for value in values.values()):
        return sorted(values, key=lambda page: (float(values[page]), page))
    return sorted(values, key=lambda page: (values[page].encode(), page))


def agrees(order: Sequence[int], values: Mapping[int, str]) -> bool:
    """Whether Pagefind sorted the same pages by the same values."""
    place = {page: number for number, page in enumerate(in_order(values))}
    if place.keys() != set(order) or len(order) != len(place):
        return False
    said = [values[page] for page in order]
    return said == [values[page] for page in place]


def _is_number(value: str) -> bool:
    return re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", value) is not None

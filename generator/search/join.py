"""Indexes of shards put together to the one that Pagefind would have made of all their pages at once."""

import json
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any

from generator.search.bundle import ENTRY
from generator.search.cbor import Item, encode, head
from generator.search.orders import in_order
from generator.search.packed import pack, unpack
from generator.search.part import rows_of, table_of
from generator.search.rows import FORM, Row
from generator.search.store import Kept

CHUNK = 32_000
"""Bytes of words, before they are packed, after which a file of the index is full."""
LEVEL = 6
"""How hard the files of the index are packed: 9 takes three times as long for a hundredth less."""
SHORT = 8
"""Letters of the digest that names a file; files of equal names are equal or get longer ones."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The files of an index, and where each of its pages is kept."""

    files: dict[str, bytes]
    fragments: tuple[tuple[str, int, str], ...]
    """The name of each page's file, the number of the part that holds it, and its name there."""


def joined(parts: Sequence[Kept], jobs: int = 1, earlier: Kept | None = None) -> Joined:
    """One index of all these parts, which have the same language, program and fields.

    Files that are the same in an `earlier` index, packed by the same zlib, are not packed again.
    """
    tables = [table_of(part) for part in parts]
    first = tables[0]
    language = first["language"]
    offsets = _offsets(tables)
    fragments, pages = _fragments(parts, tables)
    named, chunks = _chunks(language, _words(parts, offsets))
    filters = [(name, _filter(name, tables, offsets)) for name in _names(tables, "filters")]
    listed: list[Item] = [[name, _name(language, data)] for name, data in filters]
    sorts: list[Item] = [[name, _sort(name, tables, offsets)] for name in _names(tables, "sorts")]
    meta = encode([first["version"], pages, named, listed, sorts, first["fields"]])
    found = {f"index/{name}.pf_index": data for name, data in chunks.items()}
    found |= {f"filter/{_name(language, data)}.pf_filter": data for _, data in filters}
    found[f"pagefind.{_name(language, meta)}.pf_meta"] = meta
    with ThreadPoolExecutor(jobs) as pool:
        packed = pool.map(partial(_packed, earlier), found, found.values())
        files = dict(zip(found, packed, strict=True))
    entry = first["entry"]
    index = {**entry["languages"][language], "hash": _name(language, meta), "page_count": len(pages)}
    told = {**entry, "languages": {language: index}}
    files[ENTRY] = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    files |= {name: parts[0].read(name) for name in first["programs"]}
    return Joined(dict(sorted(files.items())), fragments)


def _packed(earlier: Kept | None, name: str, content: bytes) -> bytes:
    if earlier is not None and name in earlier.places:
        data = earlier.read(name)
        if unpack(data) == content:
            return data
    return pack(content, LEVEL)


def _offsets(tables: Iterable[dict[str, Any]]) -> list[int]:
    """How many pages stand before those of each part."""
    offsets = [0]
    for table in tables:
        offsets.append(offsets[-1] + len(table["pages"]))
    return offsets


def _fragments(
    parts: Sequence[Kept], tables: Sequence[dict[str, Any]]
) -> tuple[tuple[tuple[str, int, str], ...], list[Item]]:
    """Pagefind names a page by 28 bits of its content: enough for one part, not for an archive."""
    taken: set[str] = set()
    places, rows = [], list[Item]()
    for number, (part, table) in enumerate(zip(parts, tables, strict=True)):
        for name, words in table["pages"]:
            old, new = f"fragment/{name}.pf_fragment", name
            if new in taken:
                new = f"{name}{sha256(part.read(old)).hexdigest()[:24]}"
            taken.add(new)
            places.append((f"fragment/{new}.pf_fragment", number, old))
            rows.append([new, words])
    return tuple(places), rows


def _words(parts: Sequence[Kept], offsets: Sequence[int]) -> Iterator[tuple[bytes, bytes]]:
    """Each word of all parts with its entry in the index, in order."""
    parted = [rows_of(part, offset) for part, offset in zip(parts, offsets, strict=False)]
    rows = merge(*parted, key=itemgetter(0))  # stable: the parts stay in order
    word, plain, spelt = b"", head(4, 0), list[bytes]()
    for key, same in groupby(rows, itemgetter(0)):
        found, mark, form = key.partition(FORM)
        if found != word:
            if word:
                yield word, _entry(word, plain, spelt)
            word, plain, spelt = found, head(4, 0), []
        if mark:
            spelt.append(b"\x82" + _text(form) + _postings(same))
        else:
            plain = _postings(same)
    if word:
        yield word, _entry(word, plain, spelt)


def _entry(word: bytes, plain: bytes, spelt: Sequence[bytes]) -> bytes:
    return b"\x83" + _text(word) + plain + head(4, len(spelt)) + b"".join(spelt)


def _postings(rows: Iterable[Row]) -> bytes:
    """The pages of a word, part after part: only the distances between the parts are new."""
    made, count, last = [b""], 0, 0
    for _, pages, first, end, body in rows:
        if pages:
            made += (b"\x83", head(0, first - last), body)
            count += pages
            last = end
    made[0] = head(4, count)
    return b"".join(made)


def _chunks(language: str, words: Iterable[tuple[bytes, bytes]]) -> tuple[list[Item], dict[str, bytes]]:
    """The files of the index, each with the words between which it is looked into."""
    ranges: list[tuple[str, str, str]] = []
    files: dict[str, bytes] = {}
    held: list[bytes] = []
    size, begin, word = 0, b"", b""

    def close() -> None:
        content = b"\x81" + head(4, len(held)) + b"".join(held)
        name = _name(language, content)
        if files.get(name, content) != content:
            name = _name(language, content, 32)
        files[name] = content
        ranges.append((begin.decode(), word.decode(), name))

    for found, entry in words:
        if not held:
            begin = found
        word = found
        held.append(entry)
        size += len(entry)
        if size >= CHUNK:
            close()
            held, size = [], 0
    if held:
        close()
    return _shortened(ranges), files


def _shortened(ranges: Sequence[tuple[str, str, str]]) -> list[Item]:
    """Where two files meet, no more letters than tell their words apart."""
    rows = [list[Item](row) for row in ranges]
    for place in range(len(ranges) - 1):
        end, begin = ranges[place][1], ranges[place + 1][0]
        same = next((n for n, (a, b) in enumerate(zip(end, begin, strict=False)) if a != b), len(end))
        if end[: same + 1] >= str(rows[place][0]):
            rows[place][1] = end[: same + 1]
        rows[place + 1][0] = begin[: same + 1]
    return list(rows)


def _filter(name: str, tables: Sequence[dict[str, Any]], offsets: Sequence[int]) -> bytes:
    values: dict[str, list[Item]] = {}
    for table, offset in zip(tables, offsets, strict=False):
        for value, pages in table["filters"].get(name, {}).items():
            values.setdefault(value, []).extend(page + offset for page in pages)
    return encode([name, [[value, pages] for value, pages in sorted(values.items())]])


def _sort(name: str, tables: Sequence[dict[str, Any]], offsets: Sequence[int]) -> list[Item]:
    """The order of all pages; where their values are not known, that of the parts one after another."""
    order = [
        (page + offset, value)
        for table, offset in zip(tables, offsets, strict=False)
        for page, value in table["sorts"].get(name, ())
    ]
    if any(value is None for _, value in order):
        return [page for page, _ in order]
    return list[Item](in_order(dict(order)))


def _names(tables: Iterable[dict[str, Any]], what: str) -> list[str]:
    return sorted({name for table in tables for name in table[what]})


def _name(language: str, content: bytes, letters: int = SHORT) -> str:
    return f"{language}_{sha256(content).hexdigest()[:letters]}"


def _text(text: bytes) -> bytes:
    return head(3, len(text)) + text

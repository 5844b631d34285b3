"""Indexes of shards put together to the one that Pagefind would have made of all their pages at once."""

import json
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from itertools import accumulate
from typing import Any

from generator.search.bundle import ENTRY
from generator.search.cbor import Item, encode
from generator.search.chunks import Sized, chunk_of, divided, ranges_of
from generator.search.earlier import Earlier, Part, path_of
from generator.search.opening import let_open
from generator.search.orders import in_order
from generator.search.packed import pack, unpack
from generator.search.part import fragment_path, table_of
from generator.search.record import Record
from generator.search.words import words_of

LEVEL = 4
"""How hard the files of the index are packed: 6 takes four times as long for a twentieth less."""
SHORT = 8
"""Letters of the digest that names a file; where two are equal, the later one is followed by an x."""
WAITING = 8
"""Files of the index that are held at once while they are packed."""

Files = Iterator[tuple[str, bytes]]


def joined(parts: Sequence[Part], jobs: int = 1, earlier: Earlier | None = None) -> Files:
    """The files of one index of all these parts, which have the same language, program and fields.

    One after another, so that they are never all in memory; the last ones are the index's `Record`. What has
    not changed since an `earlier` index is taken over from it.
    """
    let_open(len(parts))
    shards = [part for _, part, _ in parts]
    tables = [table_of(part) for part in shards]
    first = tables[0]
    language = first["language"]
    offsets = list(accumulate((pages for _, _, pages in parts), initial=0))
    renamed, pages = _fragments(parts, tables)
    filters = [(name, _filter(name, tables, offsets)) for name in _names(tables, "filters")]
    placed = list(zip(shards, offsets, strict=False))
    words = (
        earlier.words(placed, len(pages))
        if earlier
        else (Sized(word, len(entry), entry) for word, entry in words_of(placed, len(pages)))
    )
    index = _Index(language, earlier)
    yield from index.files(words, jobs)
    listed: list[Item] = [[name, _name(language, data)] for name, data in filters]
    sorts: list[Item] = [[name, _sort(name, tables, offsets)] for name in _names(tables, "sorts")]
    meta = encode([first["version"], pages, ranges_of(index.ranges), listed, sorts, first["fields"]])
    for _, data in filters:
        yield f"filter/{_name(language, data)}.pf_filter", pack(data)
    yield f"pagefind.{_name(language, meta)}.pf_meta", pack(meta)
    entry = first["entry"]
    told = {**entry["languages"][language], "hash": _name(language, meta), "page_count": len(pages)}
    said = {**entry, "languages": {language: told}}
    yield ENTRY, json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    yield from ((name, shards[0].read(name)) for name in first["programs"])
    made = tuple((name, count) for name, _, count in parts)
    record = Record(made, tuple(index.chunks), tuple(index.words), index.sizes, renamed)
    yield from record.kept().items()


class _Index:
    """The files of the words, and what is to be known of them in the end."""

    def __init__(self, language: str, earlier: Earlier | None) -> None:
        self._language = language
        self._earlier = earlier
        self._names: Counter[str] = Counter()
        self.ranges: list[tuple[bytes, bytes, str]] = []
        self.chunks: list[tuple[int, str]] = []
        self.words: list[bytes] = []
        self.sizes: list[int] = []

    def files(self, words: Iterable[Sized], jobs: int) -> Files:
        """Each file with its content, packed by some threads."""
        with ThreadPoolExecutor(jobs) as pool:
            waiting: deque[tuple[str, Future[bytes]]] = deque()
            for held in divided(words):
                before = self._earlier and self._earlier.name(held)
                content = b"" if before else self._content(held)
                name = before.rstrip("x") if before else _name(self._language, content)
                same = self._names[name]
                self._names[name] += 1
                name += "x" * same  # no two files have equal words
                self.ranges.append((held[0].word, held[-1].word, name))
                self.chunks.append((len(held), name))
                self.words += (one.word for one in held)
                self.sizes += (one.size for one in held)
                work = partial(self._taken, before) if before else partial(self._packed, name, content)
                waiting.append((path_of(name), pool.submit(work)))
                if len(waiting) >= WAITING:
                    path, future = waiting.popleft()
                    yield path, future.result()
            yield from ((path, future.result()) for path, future in waiting)

    def _content(self, held: Sequence[Sized]) -> bytes:
        earlier = self._earlier
        return chunk_of(
            [earlier.entry(one.word) if earlier and one.entry is None else one.entry or b"" for one in held]
        )

    def _taken(self, name: str) -> bytes:
        data = self._earlier.packed(name) if self._earlier else None
        if data is None:
            raise OSError(5, f"{name} is lost")
        return data

    def _packed(self, name: str, content: bytes) -> bytes:
        data = self._earlier.packed(name) if self._earlier else None
        return data if data is not None and unpack(data) == content else pack(content, LEVEL)


def _fragments(
    parts: Sequence[Part], tables: Sequence[dict[str, Any]]
) -> tuple[tuple[tuple[int, str, str], ...], list[Item]]:
    """Pagefind names a page by 28 bits of its content: enough for one part, not for an archive."""
    taken: set[str] = set()
    renamed, rows = [], list[Item]()
    for number, ((_, part, _), table) in enumerate(zip(parts, tables, strict=True)):
        for name, words in table["pages"]:
            new = name
            if new in taken:
                new = f"{name}{sha256(part.read(fragment_path(name))).hexdigest()[:24]}"
                renamed.append((number, name, new))
            taken.add(new)
            rows.append([new, words])
    return tuple(renamed), rows


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

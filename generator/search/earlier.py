"""The index of the build before: what of it still holds."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from heapq import merge
from itertools import accumulate, pairwise
from operator import itemgetter
from pathlib import Path

from generator.search.chunks import Sized, entries_in
from generator.search.packed import unpack
from generator.search.record import PLACES, Record, record_of
from generator.search.store import Kept, digests_in, kept
from generator.search.words import Placed, some_words, words_that_differ

Part = tuple[str, Kept, int]
"""The name of a shard, the shard, and how many pages it has."""


class Earlier:
    """An index that was made of other shards, and which words have changed since."""

    def __init__(self, index: Kept, record: Record, touched: Collection[bytes]) -> None:
        self._index = index
        self._record = record
        self.touched = touched
        self._spans = list(pairwise(accumulate((count for count, _ in record.chunks), initial=0)))
        self._firsts = [record.words[begin] for begin, _ in self._spans]
        self._entries = lru_cache(2)(self._read)

    def words(self, parts: Sequence[Placed], pages: int) -> Iterator[Sized]:
        """All words of the new index; only those that have changed come with their entries."""
        before = zip(self._record.words, self._record.sizes, strict=True)
        same = (Sized(word, size, None) for word, size in before if word not in self.touched)
        new = (Sized(word, len(entry), entry) for word, entry in some_words(parts, pages, self.touched))
        return merge(same, new, key=itemgetter(0))

    def name(self, words: Sequence[Sized]) -> str | None:
        """The name of the file that holds just these words as they are now."""
        if any(one.entry is not None for one in words):
            return None
        number = self._number(words[0].word)
        begin, end = self._spans[number]
        held = self._record.words
        if (held[begin], held[end - 1], end - begin) != (words[0].word, words[-1].word, len(words)):
            return None
        return self._record.chunks[number][1]

    def entry(self, word: bytes) -> bytes:
        """The entry of a word that has not changed."""
        return self._entries(self._number(word))[word]

    def packed(self, name: str) -> bytes | None:
        """A file of the index, as it was packed; None if there was none of that name."""
        path = path_of(name)
        return self._index.read(path) if path in self._index.places else None

    def _number(self, word: bytes) -> int:
        return bisect_right(self._firsts, word) - 1

    def _read(self, number: int) -> Mapping[bytes, bytes]:
        begin, end = self._spans[number]
        chunk = unpack(self._index.read(path_of(self._record.chunks[number][1])))
        return entries_in(chunk, self._record.words[begin:end], self._record.sizes[begin:end])


def path_of(name: str) -> str:
    """Where a file of the index stands in the bundle."""
    return f"index/{name}.pf_index"


def earlier_index(store: Path, parts: Sequence[Part]) -> Earlier | None:
    """The index in a store from which least has changed, unless it is so much that none of it would help."""
    found = []
    for name in sorted(digests_in(store) - {name for name, _, _ in parts}):
        index = kept(store, name)
        if index is None or PLACES not in index.places:
            continue
        with suppress(ValueError, KeyError, TypeError, OSError):  # another version may have kept it
            record = record_of(index)
            touched = _touched(store, record, parts)
            if touched is not None and 2 * len(touched) < len(record.words):
                found.append(Earlier(index, record, touched))
    return min(found, key=lambda one: len(one.touched), default=None)


def _touched(store: Path, record: Record, parts: Sequence[Part]) -> set[bytes] | None:
    """The words whose entries are not what they were; None when most of the shards have changed or moved."""
    before = _placed([(name, pages) for name, pages in record.parts])
    after = _placed([(name, pages) for name, _, pages in parts])
    shards = {name: shard for name, shard, _ in parts}
    changed = sorted(
        offset for offset in before.keys() | after.keys() if before.get(offset) != after.get(offset)
    )
    if 2 * len(changed) > len(before) + 1:
        return None
    touched: set[bytes] = set()
    for offset in changed:
        name = before.get(offset)
        old = shards.get(name) or kept(store, name) if name else None
        if name and old is None:
            return None
        new = shards[after[offset]] if offset in after else None
        touched |= words_that_differ(old, new)
    return touched


def _placed(parts: Sequence[tuple[str, int]]) -> dict[int, str]:
    """The shard that begins at each number."""
    offsets = accumulate((pages for _, pages in parts), initial=0)
    return {offset: name for offset, (name, _) in zip(offsets, parts, strict=False)}

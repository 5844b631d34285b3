"""The words of several shards, each with its entry in the index of all their pages."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from generator.search.blocks import Block, blocks_of
from generator.search.cbor import head
from generator.search.rows import FORM, begins
from generator.search.store import Kept

Placed = tuple[Kept, int]
"""A shard, and the number of its first page among those of all shards."""
Entries = Iterator[tuple[bytes, bytes]]
"""Words in order, each with its entry."""
_Pieces = dict[bytes, list[bytes | memoryview]]


class _Found:
    """What has been found of some keys, shard after shard."""

    def __init__(self, pages: int) -> None:
        self._begins = begins(pages)
        self._counts: dict[bytes, int] = {}
        self._lasts: dict[bytes, int] = {}
        self._pieces: _Pieces = {}

    def take(self, block: Block, offset: int, begin: int, end: int) -> None:
        """Take some rows of a block: only the distances between the shards are new."""
        begun, counts, lasts, pieces = self._begins, self._counts, self._lasts, self._pieces
        bodies, at = block.bodies, block.ends[begin]
        rows = zip(
            block.keys[begin:end],
            block.pages[begin:end],
            block.firsts[begin:end],
            block.lasts[begin:end],
            block.ends[begin + 1 : end + 1],
            strict=True,
        )
        for key, pages, first, last, ended in rows:
            if not pages:
                pieces.setdefault(key, [])
                counts.setdefault(key, 0)
            elif key in lasts:
                pieces[key] += (begun[first + offset - lasts[key]], bodies[at:ended])
                counts[key] += pages
                lasts[key] = last + offset
            else:
                pieces.setdefault(key, []).extend((begun[first + offset], bodies[at:ended]))
                counts[key] = pages
                lasts[key] = last + offset
            at = ended

    def entries(self) -> Entries:
        """The words with their entries; what was found is forgotten."""
        word, plain, spelt = b"", head(4, 0), list[bytes]()
        for key in sorted(self._pieces):
            found, mark, form = key.partition(FORM)
            if found != word:
                if word:
                    yield word, _entry(word, plain, spelt)
                word, plain, spelt = found, head(4, 0), []
            postings = b"".join((head(4, self._counts[key]), *self._pieces[key]))
            if mark:
                spelt.append(b"\x82" + _text(form) + postings)
            else:
                plain = postings
        if word:
            yield word, _entry(word, plain, spelt)
        for found_of in (self._pieces, self._counts, self._lasts):
            found_of.clear()


def words_of(parts: Sequence[Placed], pages: int) -> Entries:
    """Each word of all shards, which have so many pages."""
    found = _Found(pages)
    reading = [_Reading(part, offset) for part, offset in parts]
    while reading := [one for one in reading if one.more()]:
        # Never between a word and its spellings: together they are one entry.
        bound = min(one.block.keys[-1] for one in reading).partition(FORM)[0]
        for one in reading:
            one.take(found, bound)
        yield from found.entries()


class _Reading:
    """How far the rows of one shard have been read."""

    def __init__(self, part: Kept, offset: int) -> None:
        self._blocks = blocks_of(part)
        self._offset = offset
        self.block = Block([], [], [], [], [0], memoryview(b""))
        self.at = 0
        """The first row of the block that has not been taken."""

    def more(self) -> bool:
        """Whether rows are left; then the block has one of them."""
        while self.at == len(self.block.keys):
            block = next(self._blocks, None)
            if block is None:
                return False
            self.block, self.at = block, 0
        return True

    def take(self, found: _Found, bound: bytes) -> None:
        """Take the rows of all words up to one, in whatever blocks they stand."""
        after = bound + b"\x01"
        while self.more():
            end = bisect_left(self.block.keys, after, self.at)
            if end == self.at:
                return
            found.take(self.block, self._offset, self.at, end)
            self.at = end


def some_words(parts: Iterable[Placed], pages: int, wanted: Collection[bytes]) -> Entries:
    """Those of some words that stand on any page."""
    found = _Found(pages)
    words = sorted(wanted)
    for part, offset in parts:
        for block in blocks_of(part):
            low = bisect_left(words, block.keys[0].partition(FORM)[0])
            high = bisect_right(words, block.keys[-1])
            for word in words[low:high]:
                begin = bisect_left(block.keys, word)
                end = bisect_left(block.keys, word + b"\x01", begin)
                if end > begin:
                    found.take(block, offset, begin, end)
    yield from found.entries()


def words_that_differ(old: Kept | None, new: Kept | None) -> set[bytes]:
    """The words whose rows differ between two shards that begin at the same number."""
    before, after = (_rows(one) if one else {} for one in (old, new))
    keys = {key for key, row in before.items() if after.get(key) != row} | (after.keys() - before.keys())
    return {key.partition(FORM)[0] for key in keys}


def _rows(part: Kept) -> dict[bytes, tuple[int, int, int, memoryview]]:
    rows: dict[bytes, tuple[int, int, int, memoryview]] = {}
    for block in blocks_of(part):
        bodies = (block.bodies[begin:end] for begin, end in zip(block.ends, block.ends[1:], strict=False))
        fields = zip(block.pages, block.firsts, block.lasts, bodies, strict=True)
        rows.update(zip(block.keys, fields, strict=True))
    return rows


def _entry(word: bytes, plain: bytes, spelt: Sequence[bytes]) -> bytes:
    return b"\x83" + _text(word) + plain + head(4, len(spelt)) + b"".join(spelt)


def _text(text: bytes) -> bytes:
    return head(3, len(text)) + text

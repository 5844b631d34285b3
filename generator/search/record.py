"""What an index was put together from, kept beside it, so that the next can take over what is the same."""

import json
from array import array
from collections.abc import Sequence
from zlib import ZLIB_RUNTIME_VERSION

from msgspec import Struct

from generator.search.blocks import little, numbers_in
from generator.search.store import Kept

PLACES, WORDS, SIZES = "places.json", "words.keys", "words.sizes"
OURS = frozenset({PLACES, WORDS, SIZES})
"""What is kept beside the files of the index."""


class Record(Struct, frozen=True):
    """Which shards an index was made of, and which words each of its files holds."""

    parts: tuple[tuple[str, int], ...]
    """The name of each shard, and how many pages it has."""
    chunks: tuple[tuple[int, str], ...]
    """How many words each file of the index holds, and its name."""
    words: tuple[bytes, ...]
    sizes: Sequence[int]
    """The bytes of each word's entry."""
    renamed: tuple[tuple[int, str, str], ...] = ()
    """Pages of which another shard has one of the same name: the shard's number, the old and the new name."""

    def kept(self) -> dict[str, bytes]:
        """What is kept of it."""
        said = {
            "zlib": ZLIB_RUNTIME_VERSION,
            "parts": self.parts,
            "chunks": self.chunks,
            "renamed": self.renamed,
        }
        return {
            PLACES: json.dumps(said).encode(),
            WORDS: b"\n".join(self.words),
            SIZES: little(array("I", self.sizes)),
        }


def record_of(index: Kept) -> Record:
    """What is kept of an index; KeyError, ValueError or TypeError when another version kept it."""
    said = json.loads(index.read(PLACES))
    if said["zlib"] != ZLIB_RUNTIME_VERSION:
        raise ValueError("packed by another zlib")
    return Record(
        tuple((name, pages) for name, pages in said["parts"]),
        tuple((count, name) for count, name in said["chunks"]),
        tuple(index.read(WORDS).split(b"\n")),
        numbers_in(index.read(SIZES)),
        tuple((number, old, new) for number, old, new in said["renamed"]),
    )


def renamed_in(index: Kept) -> tuple[tuple[int, str, str], ...]:
    """The pages of an index that another shard has one of the same name of; see `Record.renamed`."""
    said = json.loads(index.read(PLACES))
    return tuple((number, old, new) for number, old, new in said["renamed"])

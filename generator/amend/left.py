"""What a build has left, by key: how files were made, what stands with what, what documents count as."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, NamedTuple, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from generator.amend.tables import (
    ADDRESSES,
    ASSETS,
    AWAITED,
    BANDS,
    BESIDE,
    DOCUMENT,
    FAMILY,
    FILES,
    GROUP,
    HEAD,
    IDS,
    LED,
    PIECE,
    RECIPE,
    SAID,
    SEARCHED,
    SITE,
    TAKEN,
    TELLING,
    WHOLE,
    is_moving,
)
from generator.making import Maker
from generator.memo.cdb import Cdb
from generator.memo.damaged import DamagedError
from generator.memo.looks import Look, key_of, plain_of
from generator.memo.pieces import Piece
from generator.model.site import Site

T = TypeVar("T")
PART = 32
"""Paths of files that stand together."""


class Head(NamedTuple):
    """What is known of the build as a whole. Its moment and the one until which it holds are ISO 8601."""

    moment: str | None
    until: str
    looks: int
    """How many there are in its ledger."""
    files: int
    known: bytes
    """What all that documents refer to counts as."""
    unreadable: dict[str, list[str]]
    """By kind: the ids of files that could not be read."""
    passing: bool
    """Whether something was told that only this build had to tell."""


class Kept(NamedTuple):
    """What is known of a document."""

    place: int
    """In the archive."""
    path: str
    digest: str
    """Of its file."""
    front: bytes
    """Of its front matter."""
    document: bytes
    """Of what its file says, but for its text."""
    text: bytes
    """Of its text, links led, by which it is kept."""
    has: tuple[bool, ...]
    """Of what its text has any."""
    bands: bytes
    """Of its text, joined."""
    alike: bool
    """Whether its text may be nearly the same as another."""


class Taken(NamedTuple):
    """A look that somebody took."""

    place: int
    """In the ledger's list of looks."""
    digest: bytes
    """What was seen."""
    files: tuple[str, ...]
    """Whose makers took it."""


class Family(NamedTuple):
    """What is known of the verdicts on a measure and its kin."""

    now: bytes
    """By what they are kept."""
    history: bytes
    """The same of how they came about."""
    members: list[str]
    """Ids of all these measures, in their order."""


class Recipe(NamedTuple):
    """How a file was made."""

    digest: bytes
    """Of its maker."""
    maker: Maker
    looks: "array[int]"


class Later(Struct, frozen=True, dict=True):
    """What has changed since, by builds that took the short way: plain values."""

    documents: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    """Those that have other texts, by their ids."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """The places of what was looked at for files that were made again."""
    pieces: Mapping[bytes, tuple[bytes, bytes]] = field(default_factory=dict)
    looks: Sequence[tuple[str, Any]] = ()
    """Those that came after all others."""
    digests: Mapping[int, bytes] = field(default_factory=dict)
    """What is seen now, by the places of looks."""
    families: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    """Those that were judged again, by measure."""

    @property
    def plain(self) -> tuple[Any, ...]:
        """As it is written down."""
        return (
            dict(self.documents),
            dict(self.files),
            dict(self.pieces),
            list(self.looks),
            dict(self.digests),
            dict(self.families),
        )


class Left(Struct, frozen=True, dict=True):
    """What a build has left, and what has changed since."""

    values: Cdb
    later: Later
    mark: bytes
    """Of the last build."""
    manifest: bytes
    """A digest of its list of the site's files."""

    @cached_property
    def head(self) -> Head:
        """What is known of the build as a whole."""
        return Head(*self._there(HEAD))

    @cached_property
    def ids(self) -> Sequence[str]:
        """Of all documents, in the order of the archive."""
        return self._joined(IDS)

    @property
    def addresses(self) -> Sequence[str]:
        """Paths of the pages that may be listed."""
        return self._joined(ADDRESSES)

    @property
    def searched(self) -> Sequence[str]:
        """Files of the pages that the search finds."""
        return self._joined(SEARCHED)

    @property
    def beside(self) -> Sequence[tuple[str, str, str, str]]:
        """The path, kind, id and digest of each file that is no document of the archive."""
        found: list[tuple[str, str, str, str]] = self._there(BESIDE)
        return found

    @property
    def site(self) -> Site:
        """The site as a whole."""
        return Site(*self._there(SITE))

    @property
    def assets(self) -> Any:
        """All that are there, as they were written down."""
        return self._there(ASSETS)

    @property
    def awaited(self) -> frozenset[str]:
        """Paths of assets that documents refer to which are left out."""
        return frozenset(self._joined(AWAITED))

    @property
    def telling(self) -> Sequence[tuple[int, bytes]]:
        """What no page may say."""
        found: list[tuple[int, bytes]] = self._there(TELLING)
        return found

    def document(self, id: str) -> Kept | None:
        """What is known of a document; None where there is none."""
        kept = self.later.documents.get(id) or self.values.get(DOCUMENT, id)
        return Kept(*kept) if kept else None

    def digest(self, path: str) -> str | None:
        """The digest of the file of a document, by its path; None where there is none."""
        kept = self.document(PurePosixPath(path).stem)
        return kept.digest if kept and kept.path == path else None

    def bands_before(self, id: str) -> bytes:
        """The bands of a text as they stand among those of all."""
        return Kept(*self.values.get(DOCUMENT, id)).bands

    @cached_property
    def bands(self) -> bytes:
        """Of all texts, joined."""
        found: bytes = self._there(BANDS)
        return found

    def group(self, name: str, key: Any) -> "array[int] | None":
        """What stands with a key in a table of the archive: the places of documents."""
        places = self.values.get(GROUP, (name, repr(plain_of(key))))
        return None if places is None else array("I", places)

    def keys(self, name: str) -> list[Any]:
        """The keys of a table of the archive."""
        return list(map(key_of, self._there(GROUP, name)))

    def whole(self, name: str) -> Any:
        """What was worked out over all documents: a list as it is written down, or the keys of a table."""
        return self._there(WHOLE, name)

    def counted(self, name: str, key: str) -> bytes | None:
        """What stands with a key in such a table."""
        found: bytes | None = self.values.get(WHOLE, (name, key))
        return found

    def led(self, kind: str, id: str) -> bytes | None:
        """What is otherwise in the archive than its file alone says."""
        found: bytes | None = self.values.get(LED, (kind, id))
        return found

    def said(self, kind: str, id: str) -> bytes | None:
        """An actor, a source or a topic, as its file says it."""
        found: bytes | None = self.values.get(SAID, (kind, id))
        return found

    def ids_of(self, kind: str) -> list[str]:
        """Ids of all actors, sources or topics."""
        found: list[str] = self._there(SAID, kind)
        return found

    def family(self, measure: str) -> Family:
        """What is known of the verdicts on a measure and its kin. Raises KeyError for what is no measure."""
        found = self.later.families.get(measure) or self.values.get(FAMILY, measure)
        if found is None:
            raise KeyError(measure)
        return Family(*found)

    def taken(self, look: Look) -> Taken | None:
        """A look that may show something else after an edit; None where nobody takes it."""
        later = self.later
        place, digest, files = self._taken(look)
        if place is None:
            return None
        paths = (self._there(FILES, number // PART)[number % PART] for number in array("I", files))
        still = [path for path in paths if path not in later.files]
        new = [path for path, looks in later.files.items() if place in array("I", looks)]
        return Taken(place, later.digests.get(place, digest), (*still, *new))

    def place(self, look: Look) -> int | None:
        """The place of a look in the ledger's list; None where nobody takes it."""
        place: int | None = self._taken(look)[0]
        return place

    def _taken(self, look: Look) -> tuple[Any, ...]:
        """Place, digest and numbers of files. What nobody takes is not followed, and so counts as unknown."""
        known = (look[0], repr(plain_of(look[1])))
        found: tuple[Any, ...] | None = self.values.get(TAKEN, known)
        if found and (found[2] or not is_moving(look) or found[0] in self._taken_since):
            return found
        place = self._since.get(known)
        return (place if place in self._taken_since else None, b"", b"")

    @cached_property
    def _taken_since(self) -> frozenset[int]:
        """The places of all looks for files and pieces that were made again."""
        pieces = (looks for _, looks in self.later.pieces.values())
        return frozenset().union(*(array("I", looks) for looks in (*self.later.files.values(), *pieces)))

    @cached_property
    def _since(self) -> Mapping[tuple[str, str], int]:
        """The places of looks that came after all others."""
        looks = enumerate(self.later.looks, self.head.looks)
        return {(name, repr(key)): place for place, (name, key) in looks}

    def recipe(self, path: str) -> Recipe | None:
        """How a file was made; None where there is none of this path."""
        found = self.values.get(RECIPE, path)
        if found is None:
            return None
        digest, maker, looks = found
        return Recipe(digest, key_of(maker), array("I", self.later.files.get(path, looks)))

    def piece(self, name: bytes) -> Piece | None:
        """A piece that several files share; None where there is none of this name that held ever since."""
        if later := self.later.pieces.get(name):
            return Piece(later[0], array("I", later[1]))
        found = self.values.get(PIECE, name)
        piece = Piece(found[0], array("I", found[1])) if found else None
        return piece if piece and self.later.digests.keys().isdisjoint(piece.looks) else None

    @property
    def count(self) -> int:
        """How many looks there are."""
        return self.head.looks + len(self.later.looks)

    def holds(self, moment: datetime | None) -> bool:
        """Whether time alone has changed nothing since."""
        before = self.head.moment
        if moment is None or before is None:
            return moment is None and before is None
        return datetime.fromisoformat(before) <= moment < datetime.fromisoformat(self.head.until)

    def with_more(
        self,
        documents: Mapping[str, Kept],
        files: Mapping[str, bytes],
        pieces: Mapping[bytes, tuple[bytes, bytes]],
        looks: Sequence[tuple[str, Any, bytes]],
        digests: Mapping[int, bytes],
        families: Mapping[str, Family],
    ) -> "Left":
        """After another build that took the short way.

        `looks` are new, each with what is seen there; `digests` are what is seen at older ones, by place.
        """
        before = self.later
        new = {place: digest for place, (_, _, digest) in enumerate(looks, self.count)}
        held = {
            name: piece
            for name, piece in before.pieces.items()
            if digests.keys().isdisjoint(array("I", piece[1]))
        }
        later = Later(
            {**before.documents, **{id: tuple(kept) for id, kept in documents.items()}},
            {**before.files, **files},
            {**held, **pieces},
            [*before.looks, *((name, key) for name, key, _ in looks)],
            {**before.digests, **digests, **new},
            {**before.families, **{measure: tuple(family) for measure, family in families.items()}},
        )
        return replace(self, later=later)

    def _there(self, table: str, key: Any = None) -> Any:
        """What is surely there."""
        found = self.values.get(table, key)
        if found is None:
            raise DamagedError
        return found

    def _joined(self, table: str) -> tuple[str, ...]:
        joined: str = self._there(table)
        return tuple(joined.split("\n")) if joined else ()


def joined(words: Iterable[str]) -> str:
    """Words without ends of lines, as they are written down."""
    return "\n".join(words)


def in_parts(row: Sequence[T]) -> Iterator[tuple[int, list[T]]]:
    """What stands in a row as it is written down, some together."""
    for part, start in enumerate(range(0, len(row), PART)):
        yield part, list(row[start : start + PART])

"""The files of a site as they were made: what each maker looked at, and what it wrote."""

from array import array
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from msgspec import Struct, field

from generator.memo.grown import new_in
from generator.memo.looks import Look, Looked, NewPiece, Places, key_of, plain_of
from generator.memo.pieces import Piece
from generator.model.page import Imprint

MOST = 0.9
"""The share of files that stand, or of looks that are needed, below which the others are left out."""


NOTHING: tuple[Any, ...] = ({}, {}, [], {})
"""What is new in a ledger in which nothing is."""


class Made(NamedTuple):
    """One file as it was made."""

    maker: bytes
    """Which function made it, of which keys: another maker makes it anew."""
    imprint: Imprint
    looks: "array[int]"
    """Places of what it looked at, in the ledger's list of looks."""

    @property
    def plain(self) -> tuple[bytes, str, int, bytes]:
        """As plain values."""
        return (self.maker, self.imprint.sha256, self.imprint.size, self.looks.tobytes())


One = TypeVar("One", Made, Piece)
Name = TypeVar("Name", str, bytes)


class Ledger(Struct, frozen=True, dict=True):
    """What was made, and what was seen then. A look counts by the digest of what was seen."""

    looks: Sequence[Look] = ()
    digests: Sequence[bytes] = ()
    """What was seen at each look."""
    files: Mapping[str, Made] = field(default_factory=dict)
    pieces: Mapping[bytes, Piece] = field(default_factory=dict)
    """By their names."""
    needed: int = 0
    """How many looks there were when those that nobody needs were last left out."""
    is_cut: bool = False
    """Whether that was done when it was written, so that its looks stand elsewhere than before."""

    def holding(self, makers: Mapping[str, bytes], seen: Callable[[Look], bytes]) -> "Holding":
        """What holds of it still, of the files that are planned; `seen` digests what a look shows now.

        A file stands if its maker is the same and everything that it looked at looks the same.
        """
        wanted: dict[str, Made] = {}
        for path, maker in makers.items():
            made = self.files.get(path)
            if made is not None and made.maker == maker:
                wanted[path] = made
        if not wanted:
            return Holding()
        shown = zip(self.looks, self.digests, strict=True)
        moved = {place for place, (look, digest) in enumerate(shown) if digest != seen(look)}
        return Holding(_unmoved(wanted, moved), _unmoved(self.pieces, moved), moved)

    @property
    def plain(self) -> tuple[Any, ...]:
        """As plain values."""
        looks = [(name, plain_of(key)) for name, key in self.looks]
        files = {path: made.plain for path, made in self.files.items()}
        pieces = {name: piece.plain for name, piece in self.pieces.items()}
        return (looks, list(self.digests), files, pieces, self.needed)

    def since(self, before: "Ledger") -> tuple[Any, ...] | None:
        """What is new in it as plain values; None where it is another one altogether."""
        if self.is_cut:
            return None
        files = new_in(before.files, self.files, _plain_of)
        pieces = new_in(before.pieces, self.pieces, _plain_of)
        more = slice(len(before.looks), None)
        looks = [
            (name, plain_of(key), digest)
            for (name, key), digest in zip(self.looks[more], self.digests[more], strict=True)
        ]
        pairs = enumerate(zip(before.digests, self.digests, strict=False))
        digests = {place: now for place, (digest, now) in pairs if digest is not now}
        return (files, pieces, looks, digests)

    @classmethod
    def of(cls, plain: tuple[Any, ...], since: tuple[Any, ...] = NOTHING) -> "Ledger":
        """From plain values, and what was new since. Raises whatever others provoke."""
        looks, digests, files, pieces, needed = plain
        new_files, new_pieces, new_looks, new_digests = since
        looks += [(name, key) for name, key, _ in new_looks]
        digests += [digest for _, _, digest in new_looks]
        for place, digest in new_digests.items():
            digests[place] = digest
        return cls(
            [(name, key_of(key) if type(key) is list else key) for name, key in looks],
            digests,
            {path: _made(made) for path, made in {**files, **new_files}.items() if made},
            {name: _piece(piece) for name, piece in {**pieces, **new_pieces}.items() if piece},
            needed,
        )


class Holding(Struct, frozen=True):
    """What holds of a ledger still."""

    files: Mapping[str, Made] = field(default_factory=dict)
    """Those that need not be made again."""
    pieces: Mapping[bytes, Piece] = field(default_factory=dict)
    """The same."""
    moved: Collection[int] = ()
    """The places of looks that show something else now; none of these has taken one."""


class Writing:
    """A ledger that is being written: what stands of the old one, and what is made anew."""

    def __init__(
        self,
        before: Ledger,
        holding: Holding,
        seen: Callable[[Look], bytes],
        keep: Callable[[NewPiece, "array[int]"], Piece],
    ) -> None:
        """`seen` digests what a look shows now; `keep` puts a new piece away."""
        self._seen, self._keep = seen, keep
        self._files, self._pieces = dict(holding.files), dict(holding.pieces)
        self._places_of = Places(self._place)
        self._looks, self._digests = list(before.looks), list(before.digests)
        self._needed: int | None = before.needed
        self._sure = set(range(len(self._looks))).difference(holding.moved)
        """Places of looks that show what they did."""
        few = len(self._files) < len(before.files) * MOST
        if few or len(self._looks) * MOST > before.needed:
            self._leave_out_others()

    def add(self, path: str, maker: bytes, imprint: Imprint, looked: Looked) -> None:
        """A file that was made."""
        self._files[path] = Made(maker, imprint, self._places_of.of(looked))
        for piece in looked.pieces:
            self._pieces[piece.name] = self._keep(piece, self._places_of.at(looked.process, piece.numbers))

    def done(self) -> Ledger:
        """The ledger as it stands."""
        is_cut = self._needed is None
        needed = len(self._looks) if self._needed is None else self._needed
        return Ledger(self._looks, self._digests, self._files, self._pieces, needed, is_cut)

    @cached_property
    def _places(self) -> dict[Look, int]:
        return {look: place for place, look in enumerate(self._looks)}

    def _place(self, look: Look) -> int:
        place = self._places.get(look)
        if place is None:
            place = self._places[look] = len(self._looks)
            self._looks.append(look)
            self._digests.append(b"")
        if place not in self._sure:
            self._digests[place] = self._seen(look)
            self._sure.add(place)
        return place

    def _leave_out_others(self) -> None:
        """Leave out the looks that nothing that stands has taken."""
        self._needed = None
        taken = (one.looks for many in (self._files, self._pieces) for one in many.values())
        stay = sorted(set().union(*taken))
        moved = {place: at for at, place in enumerate(stay)}
        self._looks = [self._looks[place] for place in stay]
        self._digests = [self._digests[place] for place in stay]
        self._sure = set(range(len(stay)))
        for path, made in self._files.items():
            self._files[path] = made._replace(looks=_moved(made.looks, moved))
        for name, piece in self._pieces.items():
            self._pieces[name] = piece._replace(looks=_moved(piece.looks, moved))


def both(earlier: tuple[Any, ...], later: tuple[Any, ...]) -> tuple[Any, ...]:
    """What is new in a ledger as plain values, put together from two times."""
    (files, pieces, looks, digests), (new_files, new_pieces, new_looks, new_digests) = earlier, later
    return (
        {**files, **new_files},
        {**pieces, **new_pieces},
        [*looks, *new_looks],
        {**digests, **new_digests},
    )


def _plain_of(one: Made | Piece) -> tuple[Any, ...]:
    return one.plain


def _made(plain: tuple[bytes, str, int, bytes]) -> Made:
    maker, sha256, size, places = plain
    return Made(maker, Imprint(sha256, size), array("I", places))


def _piece(plain: tuple[bytes, bytes]) -> Piece:
    content, places = plain
    return Piece(content, array("I", places))


def _moved(looks: "array[int]", to: Mapping[int, int]) -> "array[int]":
    return array("I", map(to.__getitem__, looks))


def _unmoved(made: Mapping[Name, One], moved: set[int]) -> dict[Name, One]:
    return {name: one for name, one in made.items() if moved.isdisjoint(one.looks)}

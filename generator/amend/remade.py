"""Which files are made again after an edit of some documents, and all that is new then."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.amend.amended import Amended
from generator.amend.left import Left, Recipe
from generator.amend.tables import WHOLES
from generator.exports.published import Published
from generator.making import Making, Planned, maker_of, planned_again
from generator.memo.glass import Glass
from generator.memo.keeping import Keeping
from generator.memo.ledger import Made
from generator.memo.looks import Look, Looked, Places, plain_of
from generator.memo.pieces import Piece, Pieces, keep
from generator.model.page import Imprint
from generator.model.site import Site
from generator.render.theme import Theme
from generator.workers import FORKS, Open, each


@dataclass(frozen=True, slots=True)
class Remade:
    """Files that were made again, and what is new in the ledger because of it: plain values."""

    contents: Mapping[str, bytes]
    files: Mapping[str, tuple[Any, ...]]
    pieces: Mapping[bytes, tuple[bytes, bytes]]
    looks: list[tuple[str, Any, bytes]]
    """With what is seen there."""
    digests: Mapping[int, bytes]

    @property
    def ledger(self) -> tuple[Any, ...]:
        """What is new, as a ledger tells it."""
        return (dict(self.files), dict(self.pieces), self.looks, dict(self.digests))


@dataclass(frozen=True, slots=True)
class Shop:
    """Where files are made again; what they are made of is read when it is wanted, in whichever process."""

    planned: Sequence[tuple[Planned, Recipe]]
    glass: Glass
    keeping: Keeping
    count: int
    """Of the looks that were known before."""


class New:
    """Looks that nobody has taken before, each with its place behind all that were known."""

    def __init__(self, count: int, seen: Callable[[Look], bytes]) -> None:
        """`count` of them were known; `seen` digests what a look shows."""
        self.looks: list[tuple[str, Any, bytes]] = []
        """As plain values, each with what is seen."""
        self._count, self._seen = count, seen
        self._place: dict[Look, int] = {}
        self._places_of = Places(self._placed)

    def take(self, looked: Looked) -> None:
        """Note what a process has looked at first."""
        self._places_of.take(looked)

    def places(self, looked: Looked, numbers: "array[int]") -> "array[int]":
        """The places of looks by the numbers that this process gave them."""
        return self._places_of.at(looked.process, numbers, self._count)

    def _placed(self, look: Look) -> int:
        if look not in self._place:
            self._place[look] = self._count + len(self.looks)
            self.looks.append((look[0], plain_of(look[1]), self._seen(look)))
        return self._place[look]


def remade(
    now: Amended,
    left: Left,
    published: Published,
    theme: Theme,
    site: Site,
    shared: bytes,
    keeping: Keeping,
    workers: Open | None,
) -> Remade | None:
    """The files that look at what has changed, made again; None where it is not known how one is made."""
    seen = Making((), published, shared, keeping).seen
    moved, paths = _moved(left, now, seen)
    planned = []
    for path in sorted(paths):
        recipe = left.recipe(path)
        one = recipe and _planned(recipe, published, theme, site, shared)
        if not recipe or not one:
            return None
        planned.append((one, recipe))
    pieces = Pieces(keeping.store, holding=partial(_piece, left, moved))
    shop = Shop(planned, Glass(now.archive, now.judged, pieces, left), keeping, left.count)
    return _made(shop, moved, seen, workers if FORKS else None)


def _moved(left: Left, now: Amended, seen: Callable[[Look], bytes]) -> tuple[dict[int, bytes], set[str]]:
    """What is seen at looks that show something else now, by their places, and the files that took them."""
    moved: dict[int, bytes] = {}
    paths: set[str] = set()
    for look in {*WHOLES, *now.looks}:
        taken = left.taken(look)
        if taken and (digest := seen(look)) != taken.digest:
            moved[taken.place] = digest
            paths.update(taken.files)
    return moved, paths


def _planned(recipe: Recipe, published: Published, theme: Theme, site: Site, shared: bytes) -> Planned | None:
    try:
        planned = planned_again(recipe.maker, published, theme, site)
    except (ValueError, TypeError, AttributeError, ImportError):
        return None
    return planned if maker_of(planned, shared) == recipe.digest else None


def _piece(left: Left, moved: Mapping[int, bytes], name: bytes) -> Piece | None:
    """A piece that holds still."""
    piece = left.piece(name)
    return piece if piece and moved.keys().isdisjoint(piece.looks) else None


def _made(
    shop: Shop, moved: Mapping[int, bytes], seen: Callable[[Look], bytes], workers: Open | None
) -> Remade:
    contents, files, pieces, new = {}, {}, {}, New(shop.count, seen)
    for (one, recipe), (content, looked) in zip(
        shop.planned, each(workers, shop, _make, range(len(shop.planned))), strict=True
    ):
        new.take(looked)
        contents[one.path] = content
        files[one.path] = Made(recipe.digest, Imprint.of(content), new.places(looked, looked.numbers)).plain
        for piece in looked.pieces:
            pieces[piece.name] = keep(shop.keeping.store, piece, new.places(looked, piece.numbers)).plain
    return Remade(contents, files, pieces, new.looks, moved)


def _make(shop: Shop, place: int) -> tuple[bytes, Looked]:
    content = shop.planned[place][0].made(shop.glass)
    shop.keeping.relax()
    return content, shop.glass.handed_over()

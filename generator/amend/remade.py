"""Which files are made again after an edit of some documents, and all that is new then."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from msgspec import Struct

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


class Remade(Struct, frozen=True):
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


class Shop(Struct, frozen=True):
    """Where files are made again; what they are made of is read when it is wanted, in whichever process."""

    planned: Sequence[tuple[Planned, Recipe]]
    glass: Glass
    keeping: Keeping


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
    shop = Shop(planned, Glass(now.archive, now.judged, pieces, left), keeping)
    return _made(shop, left.count, moved, seen, workers if FORKS else None)


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
    shop: Shop, count: int, moved: Mapping[int, bytes], seen: Callable[[Look], bytes], workers: Open | None
) -> Remade:
    """All that is new; `count` looks were known before, and the others have their places behind them."""
    contents, files, pieces = {}, {}, {}
    looks: list[tuple[str, Any, bytes]] = []
    known: dict[Look, int] = {}

    def place(look: Look) -> int:
        if look not in known:
            known[look] = count + len(looks)
            looks.append((look[0], plain_of(look[1]), seen(look)))
        return known[look]

    places = Places(place, count)
    for (one, recipe), (content, looked) in zip(
        shop.planned, each(workers, shop, _make, range(len(shop.planned))), strict=True
    ):
        contents[one.path] = content
        files[one.path] = Made(recipe.digest, Imprint.of(content), places.of(looked)).plain
        for piece in looked.pieces:
            its = places.at(looked.process, piece.numbers)
            pieces[piece.name] = keep(shop.keeping.store, piece, its).plain
    return Remade(contents, files, pieces, looks, moved)


def _make(shop: Shop, place: int) -> tuple[bytes, Looked]:
    content = shop.planned[place][0].made(shop.glass)
    shop.keeping.relax()
    return content, shop.glass.handed_over()

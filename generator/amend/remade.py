"""Which files are made again after an edit of some texts, and which stand."""

from pathlib import Path

from generator.amend.amended import Amended
from generator.amend.left import Left
from generator.books import Books
from generator.exports import Published
from generator.making import Making, maker_of, planned_again
from generator.memo.glass import ALL, PLAIN
from generator.memo.keeping import Keeping
from generator.memo.ledger import Holding
from generator.model.site import Site
from generator.render.theme import Theme

_WHOLES = {(name, ALL) for name in ("texts", "texts_in_order", *PLAIN)}
"""Looks that show something else after any edit, or after some time."""


def remade(
    now: Amended,
    left: Left,
    published: Published,
    theme: Theme,
    site: Site,
    shared: bytes,
    keeping: Keeping,
    books: Books,
    output: Path,
) -> tuple[Making, Holding] | None:
    """The files that are to be made again, and what holds of the books.

    None where a file that should stand does not, or it is not known how one is made.
    """
    looks = _WHOLES | {("texts", id) for id in now.texts}
    holding = books.ledger.holding_but(looks, Making((), published, shared, keeping).seen)
    if not all(books.stands(output, path) for path in holding.files):
        return None
    again = []
    for path in books.ledger.files.keys() - holding.files.keys():
        maker = left.maker(path)
        try:
            planned = planned_again(maker, published, theme, site) if maker else None
        except (ValueError, TypeError, AttributeError, ImportError):
            return None
        if planned is None or maker_of(planned, shared) != books.ledger.files[path].maker:
            return None
        again.append(planned)
    return Making(sorted(again, key=lambda one: one.path), published, shared, keeping), holding

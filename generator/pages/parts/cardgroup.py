"""Documents of a list under the sources that printed them."""

from collections.abc import Sequence

from msgspec import Struct

from generator.pages.parts.card import DocumentCard
from generator.pages.parts.head import Link

MANY = 9
"""With more documents than these, a list needs headings."""


class CardGroup(Struct, frozen=True):
    """A source with its documents."""

    anchor: str
    source: Link
    cards: tuple[DocumentCard, ...]


def by_source(cards: Sequence[DocumentCard]) -> tuple[CardGroup, ...]:
    """Sources by name; none for a short list, or where most sources would stand over a single document."""
    found: dict[Link, list[DocumentCard]] = {}
    for card in cards:
        found.setdefault(card.source, []).append(card)
    if len(cards) <= MANY or len(found) * 2 > len(cards):
        return ()
    return tuple(
        CardGroup(f"from-{source.url.rstrip('/').rpartition('/')[2]}", source, tuple(found[source]))
        for source in sorted(found, key=lambda source: (source.text, source.url))
    )

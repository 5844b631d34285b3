"""The extreme of a crowd, as seen by each of its members: never the member's own party."""

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from generator.facts.sighting import Sighting

Rank = TypeVar("Rank")


class Entry(NamedTuple, Generic[Rank]):
    """One sighting in the running."""

    rank: Rank
    party: object
    """Whom it belongs to: an origin, a document, or itself."""
    sighting: Sighting


class Best(NamedTuple, Generic[Rank]):
    """The sighting that ranks first and the first of any other party, which is enough to answer everyone.

    Of two that rank alike the one that came in first stays.
    """

    better: Callable[[Rank, Rank], bool]
    first: Entry[Rank] | None = None
    other: Entry[Rank] | None = None

    def joined_by(self, rank: Rank, party: object, sighting: Sighting) -> "Best[Rank]":
        """The standing after one more sighting."""
        first, other = self.first, self.other
        if first is None:
            return Best(self.better, Entry(rank, party, sighting))
        if self.better(rank, first.rank):
            overtaken = other if first.party == party else first
            return Best(self.better, Entry(rank, party, sighting), overtaken)
        if party == first.party or (other is not None and not self.better(rank, other.rank)):
            return self
        return Best(self.better, first, Entry(rank, party, sighting))

    def apart_from(self, party: object) -> Sighting | None:
        """The sighting that ranks first among all that are not of this party."""
        entry = self.other if self.first is not None and self.first.party == party else self.first
        return None if entry is None else entry.sighting

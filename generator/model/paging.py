"""How a list that grows without end is cut into pages, so that what is full stays as it is."""

from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct

T = TypeVar("T")


class Limits(Struct, frozen=True):
    """How much a page holds.

    What grows at its end is counted from the oldest entry: every older page holds exactly so many, and the
    newest one, at the list's own address, the rest: from so many up to twice as many less one.
    """

    actor: int = 100
    """Documents, with their figures and sentences."""
    day: int = 30
    """Documents, with their figures side by side."""
    source: int = 100
    """Documents."""
    topic: int = 100
    """Documents."""
    corrections: int = 100
    """What was told of documents."""
    measures: int = 100
    """Measures of a topic, counted from the first."""
    names: int = 200
    """Actors, sources or topics in the list of all, counted from the first."""
    beside: int = 60
    """The most frequent actors in a list beside something else; of the rest, their number."""
    facets: int = 100
    """Names of each sort under which the search finds a page."""
    sentences: int = 3
    """Sentences of a document that name an actor, on a page with few documents; of the rest, their number."""
    spread: int = 20
    """With more documents than these on the page of an actor, one sentence of each."""
    titles: int = 25
    """Documents under each day of a month, and of the days before the latest on the home page."""
    front: int = 30
    """Documents of the latest day on the home page, measures that it changed, and topics."""


LIMITS = Limits()


def cut(entries: Sequence[T], most: int) -> tuple[Sequence[T], ...]:
    """Page by page, the oldest first; one page where there are fewer than twice `most` entries."""
    older = max(len(entries) // most - 1, 0)
    full = (entries[page * most : (page + 1) * most] for page in range(older))
    return (*full, entries[older * most :])

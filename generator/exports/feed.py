"""A feed: what it says of itself and of each thing that it tells, in whatever form it is written."""

from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

ENTRIES = 50
"""How many of the newest the feeds of the site and of its corrections tell."""
FEW = 20
"""How many those tell of which there are many: one an actor, one a topic."""


class FeedEntry(Struct, frozen=True):
    """One thing that is told. Every address is absolute."""

    id: str
    """Names it for good: whatever else is changed, a reader's program knows it again by this."""
    address: str
    title: str
    day: str
    """On which it is told, for people."""
    published: str
    """A moment, as `moment` writes it."""
    updated: str
    """The moment that a reader's program goes by to fetch it again."""
    summary: str
    """Plain text."""
    html: str
    """All of it, as markup in which every text is escaped."""
    author: str
    language: str
    tags: tuple[tuple[str, str], ...]
    """What it is about: a term for programs and what people call it."""
    printed: str = ""
    """The address at which a source printed it; empty where that is not known."""


class Feed(Struct, frozen=True):
    """A feed with its entries, the newest first. Every address is absolute."""

    title: str
    description: str
    home: str
    """The page that it tells the news of; also its id."""
    atom: str
    json: str
    author: str
    language: str
    version: str
    """Of Dateline, named as the maker."""
    hint: str
    """What to do with a feed, for a person who has opened one in a browser."""
    style: str
    """Where the style sheet stands with which a browser shows it, from the feed; empty without any."""
    entries: tuple[FeedEntry, ...]


def moment(day: date, later: int = 0) -> str:
    """What is told has a day, not an hour: it stands at the beginning of that day.

    What was said of it `later` on the same day moves it on by a second each, so that it counts as newer.
    """
    at = datetime.combine(day, time(), UTC) + timedelta(seconds=later)
    return f"{at:%Y-%m-%dT%H:%M:%S}Z"

"""What every page says about itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a path of this site."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What the search knows of a page beside its text: facets, and a day to sort by."""

    kind: str
    day: date | None = None
    sources: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    withdrawn: bool = False
    """Whether the document has been withdrawn."""


@dataclass(frozen=True, slots=True)
class Head:
    """Title, address and trail of a page, and how machines should read it."""

    title: str
    path: str
    description: str = ""
    crumbs: tuple[Link, ...] = ()
    """The pages above this one, the home page left out."""
    search: SearchEntry | None = None
    """None keeps the page out of the search index."""
    linked_data: Mapping[str, Any] = field(default_factory=dict)
    """A schema.org thing (JSON-LD) without its @context."""
    listed: bool = True
    """False keeps the page out of the sitemap and asks search engines not to list it."""
    section: str = ""
    """Which entry of the main menu it belongs to."""

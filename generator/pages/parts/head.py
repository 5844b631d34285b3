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
    language: str = ""
    """Of the text, where that is known and nothing around it says so."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What the search knows of a page beside its text: facets, and a day to sort by."""

    kind: str
    day: date | None = None
    sources: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    language: str = ""
    """Of the text; empty for a page without one text."""
    also: tuple[str, ...] = ()
    """By which other names it is to be found."""
    withdrawn: bool = False
    """Whether the document has been withdrawn."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One thing that the head of a page says in a `<meta>`."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Tags:
    """What a page tells programs that show or cite it elsewhere."""

    properties: tuple[Tag, ...] = ()
    """By property, as OpenGraph has it: `og:title`, `article:published_time`."""
    names: tuple[Tag, ...] = ()
    """By name: `twitter:card`, `citation_author`."""


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
    tags: Tags = Tags()
    feeds: str = ""
    """The page below which feeds about it stand, as `/actors/hts/`; empty where it has none of its own."""

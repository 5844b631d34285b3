"""What every page says about itself."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct, field


class Link(Struct, frozen=True):
    """A text that leads to a path of this site."""

    text: str
    url: str
    language: str = ""
    """Of the text, where that is known and nothing around it says so."""


class SearchEntry(Struct, frozen=True):
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


class Tag(Struct, frozen=True):
    """One thing that the head of a page says in a `<meta>`."""

    name: str
    content: str


class Tags(Struct, frozen=True):
    """What a page tells programs that show or cite it elsewhere."""

    properties: tuple[Tag, ...] = ()
    """By property, as OpenGraph has it: `og:title`, `article:published_time`."""
    names: tuple[Tag, ...] = ()
    """By name: `twitter:card`, `citation_author`."""


class Head(Struct, frozen=True):
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

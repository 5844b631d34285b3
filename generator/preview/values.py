"""What the live archive tells the server, and the server its clients."""

from typing import Literal

from msgspec import Struct

from generator.model.diagnostic import Diagnostic

Kind = Literal["changed", "problems", "styles", "search", "gone"]


class Served(Struct, frozen=True):
    """The answer to one path of the site."""

    content: bytes
    """As a build would write it."""
    media_type: str
    """With its charset, where it is text: `text/html; charset=utf-8`."""
    status: int = 200
    file: str = ""
    """The content file that it is made of, from FOLDER; empty where it is made of many."""


class Place(Struct, frozen=True):
    """Where something is written; line and column count from 1."""

    file: str
    """From FOLDER, with forward slashes: `content/articles/a.md`."""
    line: int
    column: int


class PageState(Struct, frozen=True):
    """What the client says about the page that it shows."""

    path: str
    title: str
    file: str
    line: int
    draft: str = ""
    """The words of its ribbon: `Draft`, `Embargoed until …`; empty for what is published."""


class ChangedPage(Struct, frozen=True):
    """A page whose file was saved lately."""

    path: str
    title: str
    file: str


class State(Struct, frozen=True):
    """What the client shows beside a page."""

    revision: int
    errors: tuple[Diagnostic, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()
    page: PageState | None = None
    """None where the path is no page."""
    changed: tuple[ChangedPage, ...] = ()
    """The newest first."""


class Event(Struct, frozen=True):
    """One thing that happened to the archive."""

    kind: Kind
    revision: int
    pages: tuple[str, ...] = ()
    """The paths that changed; none of them named means that any may have."""
    styles: tuple[str, ...] = ()
    file: str = ""
    """The file that was saved, from FOLDER."""
    milliseconds: int = 0
    """From the save to this event."""

"""A document: one Markdown file with front matter, either an article or a summary."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from generator.model.correction import Correction, retraction_in
from generator.model.fact import Fact


class DocumentKind(StrEnum):
    """An article is what a source printed; a summary is curated and has takeaways."""

    ARTICLE = "article"
    SUMMARY = "summary"


class MadeBy(StrEnum):
    """Who wrote a summary; printed on its page."""

    HUMAN = "human"
    AI = "ai"
    MIXED = "mixed"


class Takeaway(Struct, frozen=True):
    """One sentence to remember, with the facts that support it."""

    text: str
    facts: tuple[str, ...] = ()


class Name(Struct, frozen=True):
    """An actor's name within a sentence, in characters from its start."""

    actor: str
    start: int
    end: int


class Naming(Struct, frozen=True):
    """A sentence that names actors."""

    sentence: str
    names: tuple[Name, ...]


class Document(Struct, frozen=True):
    """What a source printed on a day, or what an editor condensed from it; its text stands apart.

    So a page that shows no more than this stays as it is when other words of the text change.
    """

    id: str
    kind: DocumentKind
    title: str
    day: date
    slug: str
    source: str
    language: str
    file: str
    url: str | None = None
    """Where it was printed."""
    original_language: str | None = None
    draft: bool = False
    publish_at: datetime | None = None
    """In UTC; it is not published before."""
    expires: datetime | None = None
    """In UTC; from then on it is not published."""
    aliases: tuple[str, ...] = ()
    """Paths of this site under which it used to stand: `/2024/11/28/edge/`."""
    corrections: tuple[Correction, ...] = ()
    """In the order of the front matter."""
    actors: tuple[str, ...] = ()
    """Ids of all actors that take part: those of the front matter first, then those found in the text."""
    teaser: str = ""
    """The first sentence of the running text."""
    named: tuple[str, ...] = ()
    """Ids of the actors whom the text names."""
    namings: Sequence[Naming] = ()
    """In the order of the text."""
    facts: tuple[Fact, ...] = ()
    takeaways: tuple[Takeaway, ...] = ()
    covers: tuple[str, ...] = ()
    made_by: MadeBy | None = None

    @property
    def withdrawn(self) -> Correction | None:
        """The first retraction of the whole document; None while it stands."""
        return retraction_in(self.corrections, None)

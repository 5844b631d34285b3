"""The text of a document: plain text for finding things in it, and the markup that stands between.

`Prose.text` is everything a reader reads. `pieces` is the page: each piece is either markup or a stretch
of `text`. A link, a quotation mark or a mention is then nothing but a span of `text`, and can be
woven into the markup later, wherever it starts and ends.
"""

from dataclasses import dataclass

from msgspec import Struct

from generator.model.diagnostic import Mark
from generator.model.textlink import TextLink


class Span(Struct, frozen=True, order=True):
    """A stretch of `Prose.text`, from `start` up to but not including `end`, in characters."""

    start: int
    end: int

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Piece(Struct, frozen=True):
    """Markup to be written as it is, a link or a picture, or (neither of them) a stretch of text."""

    markup: str = ""
    link: int | None = None
    """Which of the links of the text begins here, or which picture stands here."""
    picture: bool = False
    """Whether it is a picture; a link goes on up to the next `</a>`."""
    start: int = 0
    end: int = 0
    linkable: bool = True
    """False inside links, headings and code: no mention is linked there."""


class Heading(Struct, frozen=True):
    """A heading of a text."""

    level: int
    """As written: 1 for `#`."""
    id: str
    """Its anchor on the page."""
    name: str
    """What links in other programs call it: `the-end` for "The end!"."""
    mark: Mark
    """Where its words stand in the file."""


class Mention(Struct, frozen=True):
    """One place in a document's text where an actor is named."""

    actor: str
    span: Span


class Quotation(Struct, frozen=True):
    """Where a fact's quotation stands."""

    fact: str
    """The key of the fact."""
    span: Span


@dataclass(frozen=True, slots=True)
class Prose:
    """A Markdown text, read; that of a document with what was found in it."""

    text: str = ""
    pieces: tuple[Piece, ...] = ()
    sentences: tuple[Span, ...] = ()
    line: int = 1
    """The line of the file on which the text starts."""
    links: tuple[TextLink, ...] = ()
    """Every link and image, in the order of the text."""
    headings: tuple[Heading, ...] = ()
    mentions: tuple[Mention, ...] = ()
    """In the order of the text."""
    quotations: tuple[Quotation, ...] = ()
    """In the order of the facts; without those that do not stand in it."""

    def sentence_at(self, span: Span) -> Span:
        """The sentence that holds the beginning of `span`, or `span` itself."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= span.start:
                low = middle + 1
            else:
                high = middle
        return self.sentences[low] if low < len(self.sentences) else span


class Weft(Struct, frozen=True):
    """What is woven across the text: a link to an actor when it has an href, else the mark of a quotation."""

    span: Span
    href: str = ""
    """The path of the site where an actor's name leads (`/actors/hts/`)."""
    ids: tuple[str, ...] = ()
    """Anchors of a quotation (`fact-killed`), prefixed so that no heading can take them."""
    label: str = ""
    """What the links back are called, for someone who hears the page: read before the text of each."""
    back: tuple[tuple[str, str], ...] = ()
    """Where the reader goes from the quotation: pairs of href and text, shown after its end."""

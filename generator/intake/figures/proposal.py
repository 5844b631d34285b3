"""A figure of a text, proposed as a fact."""

from datetime import date
from decimal import Decimal

from msgspec import Struct

from generator.model.fact import Qualifier
from generator.model.prose import Span

Figure = Decimal | date


class Speaker(Struct, frozen=True):
    """Who the text says asserts a figure."""

    name: str
    """As written, or the id of an actor for a loose name."""
    actor: str | None = None
    """The actor that is meant, where one is known."""
    note: str = ""
    """What the editor should know of it: a loose name, nobody in actors/, taken from another sentence."""


class Proposal(Struct, frozen=True):
    """A number or a day of the text with its hedge, its speaker and the words that give it."""

    value: Figure | None
    """None for a range."""
    low: Figure | None
    high: Figure | None
    qualifier: Qualifier
    measure: str | None
    """The id of the measure that it seems to answer."""
    speaker: Speaker | None
    via: tuple[str, ...]
    quote: str
    """Words that stand so in the text as it is read."""
    sentence: str
    span: Span
    """Of the number or the day, in the text."""
    counted: str = ""
    """The word behind the number."""
    other_reading: Decimal | None = None
    """What the same digits may mean elsewhere: 1.234."""

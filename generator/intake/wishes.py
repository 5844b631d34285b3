"""What the editor says about a text when importing it."""

from datetime import date

from msgspec import Struct

from generator.model.document import DocumentKind


class Wishes(Struct, frozen=True):
    """Each one wins over what is found in the text; empty ones are looked for."""

    near: date
    """The day near which a day without a year is looked for."""
    kind: DocumentKind | None = None
    title: str = ""
    day: date | None = None
    source: str = ""
    url: str = ""
    language: str = ""

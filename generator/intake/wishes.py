"""What the editor says about a text when importing it."""

from dataclasses import dataclass
from datetime import date

from generator.model.document import DocumentKind


@dataclass(frozen=True, slots=True)
class Wishes:
    """Each one wins over what is found in the text; empty ones are looked for."""

    near: date
    """The day near which a day without a year is looked for."""
    kind: DocumentKind | None = None
    title: str = ""
    day: date | None = None
    source: str = ""
    url: str = ""
    language: str = ""

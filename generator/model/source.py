"""A source: the publication that printed a document."""

from enum import StrEnum

from msgspec import Struct

from generator.model.prose import Prose


class Reliability(StrEnum):
    """The Admiralty grade of a source. F means not judged, which is not the same as bad."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Source(Struct, frozen=True):
    """A newspaper, a broadcaster, a site, a digest."""

    id: str
    name: str
    kind: str
    file: str
    language: str | None = None
    url: str | None = None
    reliability: Reliability = Reliability.F
    counts_as_source: bool = True
    """False for a digest or an AI summary: shown, but it never corroborates."""
    note: Prose = Prose()

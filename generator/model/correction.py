"""A correction: what an editor says of a document after it was published."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct


class CorrectionKind(StrEnum):
    """What sort of change it was."""

    CORRECTION = "correction"
    """Something was wrong and is right now."""
    CLARIFICATION = "clarification"
    """Something could be misread."""
    UPDATE = "update"
    """Something new was added."""
    RETRACTION = "retraction"
    """The document, or a figure of it, no longer stands."""


class Correction(Struct, frozen=True):
    """One change to one document, told to its readers."""

    kind: CorrectionKind
    text: str
    """What was changed, and why."""
    on: date
    """The day on which it was changed."""
    was: str = ""
    """The words or the figure that stood there before; empty when not given."""
    now: str = ""
    """What stands there now; empty when not given."""
    fact: str | None = None
    """The key of the fact that it is about; None when it is about the document."""


def retraction_in(corrections: Iterable[Correction], fact: str | None) -> Correction | None:
    """The first retraction of a fact by its key, or of the whole document for None."""
    found = (one for one in corrections if one.kind is CorrectionKind.RETRACTION and one.fact == fact)
    return min(found, key=lambda one: one.on, default=None)

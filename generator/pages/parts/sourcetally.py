"""How the figures of a source fared: first, alone, stale, contested."""

from msgspec import Struct


class SourceTally(Struct, frozen=True):
    """Counts of the figures that a source printed."""

    figures: int = 0
    first: int = 0
    """No other source had this figure of this origin on an earlier day."""
    alone: int = 0
    """No other source printed anything for the measure."""
    stale: int = 0
    contested: int = 0

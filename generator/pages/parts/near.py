"""The nearest month or year that has documents, before or after."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Near:
    """Where to go on, and how much lies empty between."""

    text: str
    url: str
    gap: int
    """How many months, or years, without documents."""

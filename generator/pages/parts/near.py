"""The nearest month or year that has documents, before or after."""

from msgspec import Struct


class Near(Struct, frozen=True):
    """Where to go on, and how much lies empty between."""

    text: str
    url: str
    gap: int
    """How many months, or years, without documents."""

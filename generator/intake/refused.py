"""Why a file could not be imported."""

from msgspec import Struct


class Refused(Struct, frozen=True):
    """One sentence about one input, and what to do; other inputs are not touched by it."""

    message: str
    hint: str = ""
    machine: bool = False
    """Whether something is missing on this machine, so that the input itself may be sound."""

"""One rebuild, for the line that the terminal has for it."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from generator.model.diagnostic import Diagnostic


class Round(Struct, frozen=True):
    """What was worked in, and what came of it."""

    files: tuple[str, ...]
    """The files that were saved, from FOLDER."""
    pages: int
    """How many of the pages that a browser has asked for lately changed."""
    milliseconds: int
    """From the save until the change could be seen."""


class Examination(Struct, frozen=True):
    """What is wrong with the archive, told when it differs from what was told before."""

    diagnostics: Sequence[Diagnostic]
    documents: int
    milliseconds: int
    """What the whole look took."""
    was_read: bool = True
    """Whether the archive could be read at all."""


Told = Callable[[Round | Examination], None]

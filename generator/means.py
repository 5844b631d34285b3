"""With what a site is built."""

from pathlib import Path

from msgspec import Struct

from generator.publish.lock import PATIENCE
from generator.still import Lookback
from generator.workers import Open


class Means(Struct, frozen=True):
    """With what to build: none of it changes what is built."""

    cache: Path | None = None
    """A folder for what is remembered from one build to the next; None for one that remembers nothing."""
    workers: Open | None = None
    """Opens other processes; None when this one is to do all the work."""
    patience: float = PATIENCE
    """Seconds to wait for another build into the same folder."""
    back: Lookback | None = None
    """To the build before; without it every file is looked at."""


ALONE = Means()

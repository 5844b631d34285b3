"""The build on one screen: from a snapshot of the files to a site, and the site to its folder.

There are two ways, which make the same site: the long one, and a short one for an edit of a few texts.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.asked import Options, Remembered, Tell
from generator.cache import cache_folder
from generator.errors import PublishError, place_and_reason
from generator.kept import KEPT
from generator.means import ALONE, Means
from generator.memo import Memory
from generator.memo.damaged import DamagedError
from generator.memo.keeping import Keeping
from generator.memo.program import program
from generator.memo.store import Store
from generator.publish import refuse_unsafe
from generator.read.disk import CONTENT, THEMES
from generator.read.seen import Seen
from generator.seenbefore import seen_before
from generator.shortway import short_way
from generator.way import Built, Way

if TYPE_CHECKING:
    from generator.examined import Examined

__all__ = ["Built", "Means", "build"]

WHOLE = "No site is left half written: the one before stands, or this one if it was published already."
"""What to say when the machine fails at something other than publishing."""


def build(
    folder: Path, output: Path, options: Options, tell: Tell, means: Means = ALONE
) -> "Built | Examined":
    """The whole way from files to a published site; what was examined, if its mistakes forbid that."""
    refuse_unsafe(output, folder / CONTENT, folder / THEMES)
    cache = cache_folder(means.cache) if means.cache and (folder / CONTENT).is_dir() else None
    means = replace(means, cache=cache, back=means.back if cache else None)
    try:
        with Store(cache) as store:
            try:
                return _build(folder, output, options, tell, means, store)
            except DamagedError:
                store.throw_away()
                return _build(folder, output, options, tell, means, store)
    except OSError as error:
        told = place_and_reason(error)
        raise PublishError(f"The build could not go on: {told}.", WHOLE) from error


def _build(
    folder: Path, output: Path, options: Options, tell: Tell, means: Means, store: Store
) -> "Built | Examined":
    if means.back:
        means.back.begin()
    keeping = Keeping(store, program(), KEPT)
    memory = Memory(keeping, means.workers)
    known = Remembered(Seen(seen_before(store, folder)), Seen(), memory, keeping, means.workers)
    tell("Reading")
    way = Way(folder, output, options, tell, means, store, keeping, known)
    built = short_way(way)
    if built is None:
        from generator.longway import long_way  # noqa: PLC0415 -- loads every kind of page; few are amended

        return long_way(way)
    return built

"""Which kept part has most of the pages of a shard, so that the others alone need be indexed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from generator.search.part import TABLE, Part, table_of
from generator.search.rows import LEFT_OUT
from generator.search.store import Kept, kept

MOST = 0.25
"""The share of new pages above which all are indexed together: that is as quick then."""
Pages = Sequence[tuple[str, str]]
"""Files of pages, each with a digest of what the search makes of it."""


class Old(Struct, frozen=True):
    """A part that was made in an earlier build."""

    part: Kept
    places: Mapping[tuple[str, str], int]
    """The numbers of its pages."""


class Near(Struct, frozen=True):
    """A part that has most pages of a shard."""

    old: Kept
    order: Sequence[int]
    """The new number of each of its pages, or LEFT_OUT."""
    places: Sequence[int]
    """The numbers of the pages that it lacks: at least one."""


def made_of(part: Part, told: Sequence[str], pages: Pages) -> Part:
    """The part with all that it was made of, by which it is known again."""
    return replace(part, table={**part.table, "made": {"told": told, "pages": pages}})


def olds_in(store: Path, names: Collection[str], told: Sequence[str]) -> list[Old]:
    """Those of the parts in a store that were made as they would be made now."""
    found = []
    for name in sorted(names):
        part = kept(store, name)
        if part is None or TABLE not in part.places:
            continue
        made: Any = table_of(part)["made"]
        if made["told"] == list(told):
            found.append(Old(part, {(path, seen): at for at, (path, seen) in enumerate(made["pages"])}))
    return found


def nearest(olds: Iterable[Old], pages: Pages) -> Near | None:
    """The part that has most of some pages; None where that is too few to be worth it."""
    wanted = frozenset(pages)
    best = max(olds, key=lambda old: len(wanted & old.places.keys()), default=None)
    if best is None:
        return None
    # Pagefind is not run on nothing: where pages are gone and none is new, one of them counts as new.
    places = [at for at, page in enumerate(pages) if page not in best.places] or [len(pages) - 1]
    if len(places) > MOST * len(pages):
        return None
    kept_at = {page: at for at, page in enumerate(pages)}
    for at in places:
        del kept_at[pages[at]]
    order = [kept_at.get(page, LEFT_OUT) for page in best.places]
    return Near(best.part, order, places)

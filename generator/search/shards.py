"""Which pages are indexed together: a function of the pages alone, so that an old one never moves."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256

from msgspec import Struct

LARGEST = 512
"""The weight of a shard above which it is divided; a page weighs 1 unless its planner says more."""
DAYS = 22
"""2 to this power are more days than there are dates."""

Weighed = tuple[str, date | None, int]
"""The file of a page, the day it is sorted by, and its weight."""


class Shard(Struct, frozen=True):
    """Pages that are indexed in one run of Pagefind."""

    name: str
    pages: tuple[str, ...]
    """Their files, in order."""


def shards_of(pages: Iterable[Weighed], largest: int = LARGEST) -> tuple[Shard, ...]:
    """The shards of a site: the pages without a day, then spans of days from the oldest on.

    Pages are numbered shard after shard, and a number that changes has to be written anew wherever it stands:
    so what grows comes last.

    A span is 1, 2, 4, 8 ... days long and begins at a multiple of its length; it is the longest whose pages
    weigh no more than `largest`. So a page changes one shard, a new day the newest, and only a span that has
    become too heavy is divided. A day that is too heavy by itself is divided like pages without a day: by a
    digest of the first two parts of their paths, which keeps the measures of a topic together.
    """
    by_day: dict[int, list[Weighed]] = defaultdict(list)
    by_kind: dict[str, list[Weighed]] = defaultdict(list)
    for page in pages:
        if page[1] is None:
            by_kind[page[0].partition("/")[0]].append(page)
        else:
            by_day[page[1].toordinal()].append(page)
    dated = _spans(by_day, 0, DAYS, largest)
    undated = [shard for kind, found in sorted(by_kind.items()) for shard in _cells(kind, found, "", largest)]
    return (*undated, *dated)


def day_of(path: str) -> date | None:
    """The day that the file of a page belongs to, by its first three folders: `2024/11/29/...`."""
    try:
        year, month, day = (int(part) for part in path.split("/")[:3])
        return date(year, month, day)
    except ValueError:
        return None


def _spans(by_day: Mapping[int, list[Weighed]], first: int, power: int, largest: int) -> list[Shard]:
    if not by_day:
        return []
    pages = [page for found in by_day.values() for page in found]
    if _weight(pages) <= largest:
        return [_shard(f"{first}-{1 << power}", pages)]
    if power == 0:
        return _cells(f"{first}-1", pages, "", largest)
    middle = first + (1 << (power - 1))
    before = {day: found for day, found in by_day.items() if day < middle}
    after = {day: found for day, found in by_day.items() if day >= middle}
    return [*_spans(before, first, power - 1, largest), *_spans(after, middle, power - 1, largest)]


def _cells(name: str, pages: list[Weighed], bits: str, largest: int) -> list[Shard]:
    """The pages divided by the first bits of their digests; those that stay together may be too heavy."""
    if not pages:
        return []
    if _weight(pages) <= largest or len({_bits(page[0]) for page in pages}) == 1:
        return [_shard(f"{name}-{bits}", pages)]
    parts: tuple[list[Weighed], list[Weighed]] = ([], [])
    for page in pages:
        parts[int(_bits(page[0])[len(bits)])].append(page)
    return [shard for bit, part in enumerate(parts) for shard in _cells(name, part, f"{bits}{bit}", largest)]


def _bits(path: str) -> str:
    """64 bits that the paths of one folder's folder have in common, and so the pages of a topic."""
    parts = path.removesuffix("/index.html").split("/")
    # A document's path begins with its day, which all in question have in common.
    family = "/".join(parts[:2] if len(parts) <= 3 else parts)
    return f"{int.from_bytes(sha256(family.encode()).digest()[:8], 'big'):064b}"


def _weight(pages: Iterable[Weighed]) -> int:
    return sum(weight for _, _, weight in pages)


def _shard(name: str, pages: Iterable[Weighed]) -> Shard:
    return Shard(name, tuple(sorted(path for path, _, _ in pages)))

"""Pagefind's table of contents: which pages, index files and filters belong to an index."""

from typing import cast

from msgspec import Struct

from generator.search.cbor import Item, decode


class Meta(Struct, frozen=True):
    """The six parts of a `.pf_meta` file, as lists of CBOR items."""

    parts: list[Item]

    @property
    def fragments(self) -> tuple[str, ...]:
        """Names of the pages' files in `fragment/`."""
        return tuple(cast(str, row[0]) for row in self._rows(1))

    @property
    def chunks(self) -> tuple[str, ...]:
        """Names of the files in `index/`."""
        return tuple(cast(str, row[2]) for row in self._rows(2))

    @property
    def filters(self) -> tuple[tuple[str, str], ...]:
        """Each filter (`source`) with the name of its file in `filter/`."""
        return tuple((cast(str, row[0]), cast(str, row[1])) for row in self._rows(3))

    @property
    def pages(self) -> list[list[Item]]:
        """Each page: the name of its file in `fragment/`, and how many words it has."""
        return self._rows(1)

    @property
    def sorts(self) -> tuple[tuple[str, list[int]], ...]:
        """Each key that pages are sorted by (`date`), with their numbers in that order."""
        return tuple((cast(str, row[0]), cast(list[int], row[1])) for row in self._rows(4))

    def _rows(self, part: int) -> list[list[Item]]:
        return cast(list[list[Item]], self.parts[part])


SHAPES: dict[int, tuple[type, ...]] = {1: (str,), 2: (str, str, str), 3: (str, str), 4: (str, list)}
"""How each row of a part begins; what stands in a row after that does not concern us."""


def read_meta(content: bytes) -> Meta | None:
    """The table of contents, or None when this version of Pagefind writes it in another form."""
    try:
        parts = decode(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(parts, list) or len(parts) < 6:
        return None
    for part, shape in SHAPES.items():
        rows = parts[part]
        if not isinstance(rows, list) or not all(_fits(row, shape) for row in rows):
            return None
    return Meta(parts)


def _fits(row: Item, shape: tuple[type, ...]) -> bool:
    return (
        isinstance(row, list)
        and len(row) >= len(shape)
        and all(isinstance(value, kind) for value, kind in zip(row, shape, strict=False))
    )

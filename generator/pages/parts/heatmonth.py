"""A month as a strip of days, the darker the more documents."""

from datetime import date

from msgspec import Struct

from generator.pages.parts.monthgrid import MonthGrid

WIDTH, HEIGHT = 310, 10
"""Of the box of a strip: ten for each day."""


class HeatMonth(Struct, frozen=True):
    """A row of the year, with the numbers that its strip shows."""

    first: date
    url: str
    documents: int
    days: int
    strip: tuple[tuple[int, str], ...]
    """Each shade with the path of all its days in the box; 0 for days without documents between others."""


def heatmonth_of(grid: MonthGrid) -> HeatMonth:
    """The strip of a month from its calendar."""
    paths: dict[int, list[str]] = {}
    for cell in (cell for week in grid.weeks for cell in week):
        if cell.day and cell.documents:
            paths.setdefault(cell.shade, []).append(f"M{cell.day.day * 10 - 10} 0h9v10h-9z")
        elif cell.day and cell.is_gap:
            paths.setdefault(0, []).append(f"M{cell.day.day * 10 - 7} 4h3v2h-3z")
    strip = tuple((shade, "".join(paths[shade])) for shade in sorted(paths))
    return HeatMonth(grid.first, grid.url, grid.documents, grid.days, strip)

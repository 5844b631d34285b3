"""A table of figures that is not wider than what its topics need."""

from msgspec.structs import replace

from generator.pages.parts.crosstable import CrossGroup, CrossTable

WIDE = 12
"""With so many sources a table still has one and the same columns for every topic."""


def narrow_tables(table: CrossTable) -> tuple[CrossTable, ...]:
    """The table itself, or where it is wide one for each topic, with the sources that speak of it.

    So the cells grow with the figures, and not with the measures times the sources.
    """
    if len(table.columns) <= WIDE:
        return (table,)
    return tuple(_narrowed(table, group) for group in table.groups)


def _narrowed(table: CrossTable, group: CrossGroup) -> CrossTable:
    places = [place for place in range(len(table.columns)) if any(row.cells[place] for row in group.rows)]
    rows = tuple(replace(row, cells=tuple(row.cells[place] for place in places)) for row in group.rows)
    return CrossTable(tuple(table.columns[place] for place in places), (replace(group, rows=rows),))

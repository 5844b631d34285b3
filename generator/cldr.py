"""Unicode's locale data (CLDR), as Babel has it."""

from typing import Any


def copied(table: Any) -> Any:
    """A table with all below it; what stands in them is never changed. `deepcopy` takes much longer.

    Babel keeps what it looks up in tables that all languages share: after Chinese was used, the months of
    French are Chinese where they stand alone. So a language that is used gets tables of its own.
    """
    if isinstance(table, dict):
        return {key: copied(entry) for key, entry in table.items()}
    if isinstance(table, tuple):
        return tuple(map(copied, table))
    return table

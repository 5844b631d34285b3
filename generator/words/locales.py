"""From the language tag of a site to Babel's locale."""

from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError, localedata


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """The locale of a BCP 47 tag; its primary language, then English, where Babel knows no more."""
    for tag in (language.replace("-", "_"), language.partition("-")[0]):
        try:
            return _by_itself(Locale.parse(tag))
        except (UnknownLocaleError, ValueError):
            continue
    return _by_itself(Locale("en"))


def _by_itself(locale: Locale) -> Locale:
    """The locale with tables of its own.

    Babel keeps what it looks up in tables that all languages share: after Chinese has been used, the
    months of French are Chinese where they stand alone.
    """
    tables = localedata.load(str(locale))
    tables.update(_copied(dict(tables)))
    return locale


def _copied(table: Any) -> Any:
    """A table with all below it; what stands in them is never changed. `deepcopy` takes much longer."""
    if isinstance(table, dict):
        return {key: _copied(entry) for key, entry in table.items()}
    if isinstance(table, tuple):
        return tuple(map(_copied, table))
    return table

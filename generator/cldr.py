"""Unicode's locale data (CLDR), as Babel has it."""

from typing import Any

from babel import Locale, UnknownLocaleError, localedata


def known_as(language: str) -> Locale | None:
    """The locale of a BCP 47 tag, or of its primary language; None when nothing is known of it."""
    for tag in (language.replace("-", "_"), language.partition("-")[0]):
        try:
            return Locale.parse(tag)
        except (UnknownLocaleError, ValueError):
            continue
    return None


def tables_of(locale: Locale) -> dict[Any, Any]:
    """The tables of a locale, as a copy.

    Babel keeps what it looks up in tables that all languages share: after Chinese was used, the months of
    French are Chinese where they stand alone. So a language that is used gets tables of its own.
    """
    tables: dict[Any, Any] = _copied(dict(localedata.load(str(locale))))
    return tables


def _copied(table: Any) -> Any:
    """A table with all below it; what stands in them is never changed. `deepcopy` takes much longer."""
    if isinstance(table, dict):
        return {key: _copied(entry) for key, entry in table.items()}
    if isinstance(table, tuple):
        return tuple(map(_copied, table))
    return table

"""What Unicode's locale data (CLDR, through Babel) knows of a text's language."""

from functools import lru_cache
from typing import Any

from babel.localedata import LocaleDataDict

from generator.cldr import known_as, tables_of


@lru_cache(maxsize=64)
def _tables(language: str) -> LocaleDataDict | None:
    locale = known_as(language)
    return LocaleDataDict(tables_of(locale)) if locale else None


def primary(language: str) -> str:
    """The language of a tag without script and country: `pt` of `pt-BR`."""
    return language.partition("-")[0].lower()


def table(language: str, *keys: str) -> Any:
    """One of the tables by its keys, or an empty one: `table("fr", "months", "format", "wide")`."""
    found: Any = _tables(language)
    for key in keys:
        if found is None or key not in found:
            return {}
        found = found[key]
    return found

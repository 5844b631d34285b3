"""What Unicode's locale data (CLDR, through Babel) knows of a text's language."""

from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError, localedata

from generator.cldr import copied


@lru_cache(maxsize=64)
def tables_of(language: str) -> localedata.LocaleDataDict | None:
    """The tables of a BCP 47 tag, or of its primary language; None when nothing is known of it.

    They are a copy (see `copied`).
    """
    for tag in (language.replace("-", "_"), language.partition("-")[0]):
        try:
            name = str(Locale.parse(tag))
        except (UnknownLocaleError, ValueError):
            continue
        known: dict[Any, Any] = dict(localedata.load(name))
        return localedata.LocaleDataDict(copied(known))
    return None


def primary(language: str) -> str:
    """The language of a tag without script and country: `pt` of `pt-BR`."""
    return language.partition("-")[0].lower()


def table(language: str, *keys: str) -> Any:
    """One of the tables by its keys, or an empty one: `table("fr", "months", "format", "wide")`."""
    found: Any = tables_of(language)
    for key in keys:
        if found is None or key not in found:
            return {}
        found = found[key]
    return found

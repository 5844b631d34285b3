"""From the language tag of a site to Babel's locale."""

from functools import lru_cache

from babel import Locale, localedata

from generator.cldr import known_as, tables_of


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """The locale of a BCP 47 tag, with tables of its own; its primary language, then English, where Babel
    knows no more."""
    locale = known_as(language) or Locale("en")
    localedata.load(str(locale)).update(tables_of(locale))
    return locale

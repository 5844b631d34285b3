"""From the language tag of a site to Babel's locale."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError, localedata

from generator.cldr import copied


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
    """The locale with tables of its own."""
    tables = localedata.load(str(locale))
    tables.update(copied(dict(tables)))
    return locale

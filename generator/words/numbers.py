"""Numbers as the language of the site writes them."""

import re
from decimal import Decimal, localcontext
from functools import lru_cache

from babel import Locale
from babel.numbers import format_decimal

from generator.words.locales import locale_of

DIGITS = 200
"""More than any number of an archive can have (60 characters, an exponent of 30)."""


def number(value: Decimal | int, language: str) -> str:
    """A number with the language's own grouping, every digit kept: `Decimal("14000")` is `14,000`."""
    return _written(str(value), language)


@lru_cache(maxsize=4096)
def _written(digits: str, language: str) -> str:
    """Remembered by its digits: as numbers, 2.5 and 2.50 are equal, and one would be written as the other."""
    locale, exact = locale_of(language), Decimal(digits)
    decimals = max(0, -int(exact.as_tuple().exponent))
    form = re.sub(r"\.#+", f".{'0' * decimals}" if decimals else "", locale.decimal_formats[None].pattern)
    # Python's decimals round to 28 digits unless told otherwise, and Babel computes with them.
    with localcontext(prec=DIGITS):
        return format_decimal(exact, form, locale)


ENGLISH = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@lru_cache(maxsize=4096)
def count(amount: int, one: str, many: str, language: str) -> str:
    """A number with its noun: `1 document`, `1,200 documents`."""
    locale: Locale = locale_of(language)
    noun = one if locale.plural_form(amount) == "one" else many
    return f"{number(amount, language)} {noun}"


def few_words(amount: int, language: str) -> str:
    """A number within a sentence: small ones are words where the language is English (`five`)."""
    small = locale_of(language).language == "en" and 0 <= amount < len(ENGLISH)
    return ENGLISH[amount] if small else number(amount, language)

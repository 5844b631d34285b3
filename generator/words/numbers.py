"""Numbers as the language of the site writes them."""

from decimal import Decimal

from babel import Locale
from babel.numbers import format_decimal

from generator.words.locales import locale_of


def number(value: Decimal | int, language: str) -> str:
    """A number with the language's own grouping, every digit kept: `Decimal("14000")` is `14,000`."""
    return format_decimal(value, locale=locale_of(language), decimal_quantization=False)


ENGLISH = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def count(amount: int, one: str, many: str, language: str) -> str:
    """A number with its noun: `1 document`, `1,200 documents`."""
    locale: Locale = locale_of(language)
    noun = one if locale.plural_form(amount) == "one" else many
    return f"{number(amount, language)} {noun}"


def in_few_words(amount: int, one: str, many: str, language: str) -> str:
    """As `count`, but small numbers are words where the language is English: `five documents`."""
    if locale_of(language).language != "en" or amount >= len(ENGLISH):
        return count(amount, one, many, language)
    return f"{ENGLISH[amount]} {one if amount == 1 else many}"

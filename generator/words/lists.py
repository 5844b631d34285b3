"""Several things in one sentence."""

from collections.abc import Iterable

from babel.lists import format_list

from generator.words.locales import locale_of


def listed(items: Iterable[str], language: str) -> str:
    """`a`, `a and b`, `a, b and c`."""
    things = list(items)
    locale = locale_of(language)
    if locale.language == "en" and len(things) > 1:
        return f"{', '.join(things[:-1])} and {things[-1]}"
    return format_list(things, locale=locale)

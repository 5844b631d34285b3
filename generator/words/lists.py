"""Several things in one sentence."""

from collections.abc import Iterable

from babel.lists import format_list

from generator.words.locales import locale_of


def listed(items: Iterable[str], language: str) -> str:
    """`a`, `a and b`, `a, b and c`."""
    things = list(items)
    if len(things) < 2:
        return things[0] if things else ""
    locale = locale_of(language)
    if locale.language == "en":
        return f"{', '.join(things[:-1])} and {things[-1]}"
    return format_list(things, locale=locale)

"""Days as the language of the site writes them."""

from datetime import date
from functools import lru_cache

from babel.dates import format_date, format_interval, format_skeleton

from generator.model.fact import AsOf
from generator.words.catalogue import say
from generator.words.locales import locale_of

# British English puts the day first, as the archive's ISO addresses and most of its readers do.
ENGLISH = {
    "long": "EEEE d MMMM y",
    "medium": "d MMMM y",
    "short": "d MMM",
    "month": "MMMM y",
    "month_name": "MMMM",
}
WHOLE = {"long": "full", "medium": "long", "month_name": "LLLL"}
"""Other languages: what Babel calls their own forms of a day, and a pattern for the name of its month."""
PARTS = {"short": "MMMd", "month": "yMMMM"}
"""Which fields are wanted; the language has their order."""


@lru_cache(maxsize=4096)
def day_text(day: date, language: str, form: str = "medium") -> str:
    """A day in one of the forms long, medium, short, month, month_name: `Friday 29 November 2024`."""
    locale = locale_of(language)
    if locale.language == "en":
        return format_date(day, ENGLISH[form], locale)
    if form in WHOLE:
        return format_date(day, WHOLE[form], locale)
    return format_skeleton(PARTS[form], day, locale=locale)


def days_text(first: date, last: date, language: str) -> str:
    """From day to day: `27–29 November 2024`, `27 November 2024 – 1 December 2024`."""
    locale = locale_of(language)
    if locale.language != "en":
        return str(format_interval(first, last, "yMMMd", locale=locale))
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_text(last, language)}"
    return f"{day_text(first, language)} – {day_text(last, language)}"


def weekday_names(language: str, width: str = "abbreviated") -> tuple[str, ...]:
    """The names of the days of the week, Monday first."""
    names = locale_of(language).days["stand-alone"][width]
    return tuple(names[i] for i in range(7))


def as_of_text(as_of: AsOf, language: str, form: str = "short") -> str:
    """The day for which a figure is true: `29 Nov`, `about 29 Nov`, `29 Nov (uncertain)`; or the days:
    `27–29 Nov`, `since 27 Nov`, `up to 29 Nov`.
    """
    text = day_text(as_of.day, language, form)
    if as_of.start is not None and as_of.end is not None:
        return text if as_of.start == as_of.end else _from_to(as_of.start, as_of.end, language, form)
    if as_of.start is not None:
        return say(language, "since %(day)s", day=text)
    if as_of.end is not None:
        return say(language, "up to %(day)s", day=text)
    if as_of.approximate:
        text = say(language, "about %(day)s", day=text)
    return say(language, "%(day)s (uncertain)", day=text) if as_of.uncertain else text


def _from_to(first: date, last: date, language: str, form: str) -> str:
    if form == "medium":
        return days_text(first, last, language)
    locale = locale_of(language)
    if form == "short" and locale.language != "en":
        return str(format_interval(first, last, PARTS[form], locale=locale))
    if form == "short" and (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_text(last, language, form)}"
    return f"{day_text(first, language, form)} – {day_text(last, language, form)}"

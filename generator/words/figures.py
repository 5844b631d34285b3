"""A figure as it is said: `at least 242`, `200–240`, `28 November 2024`, `resisted`."""

from datetime import date
from decimal import Decimal

from generator.model.fact import Fact, Qualifier, Value
from generator.words.days import day_text, days_text
from generator.words.numbers import number

QUALIFIERS = {
    Qualifier.EXACTLY: "",
    Qualifier.AT_LEAST: "at least",
    Qualifier.MORE_THAN: "more than",
    Qualifier.ABOUT: "about",
    Qualifier.ALMOST: "almost",
    Qualifier.UP_TO: "up to",
    Qualifier.FEWER_THAN: "fewer than",
}


def value_text(value: Value, language: str) -> str:
    """A bare value: a number, a day or a choice."""
    if isinstance(value, Decimal):
        return number(value, language)
    if isinstance(value, date):
        return day_text(value, language)
    return value


def span_text(low: Value, high: Value, language: str) -> str:
    """From low to high, or the one value where they are the same: `121–277`, `27–29 November 2024`."""
    if low == high:
        return value_text(low, language)
    if isinstance(low, date) and isinstance(high, date):
        return days_text(low, high, language)
    return f"{value_text(low, language)}–{value_text(high, language)}"


def figure_text(fact: Fact, language: str) -> str:
    """What the document printed, with its qualifier."""
    if fact.value is None and fact.low is not None and fact.high is not None:
        return span_text(fact.low, fact.high, language)
    return f"{QUALIFIERS[fact.qualifier]} {value_text(fact.printed, language)}".strip()

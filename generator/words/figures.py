"""A figure as it is said: `at least 242`, `200–240`, `28 November 2024`, `resisted`."""

from datetime import date
from decimal import Decimal

from generator.model.fact import Fact, Qualifier, Value
from generator.words.catalogue import say, to_say
from generator.words.days import day_text, days_text
from generator.words.numbers import number

HEDGED = {
    Qualifier.AT_LEAST: to_say("at least %(value)s"),
    Qualifier.MORE_THAN: to_say("more than %(value)s"),
    Qualifier.ABOUT: to_say("about %(value)s"),
    Qualifier.ALMOST: to_say("almost %(value)s"),
    Qualifier.UP_TO: to_say("up to %(value)s"),
    Qualifier.FEWER_THAN: to_say("fewer than %(value)s"),
}
"""How a figure is said that is not exact."""


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
    value = value_text(fact.printed, language)
    hedged = HEDGED.get(fact.qualifier)
    return say(language, hedged, value=value) if hedged else value

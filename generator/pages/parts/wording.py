"""What each wording of a printed figure leaves open, worked out by the judge's own intervals."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from generator.facts.interval import Interval, interval_of
from generator.model import urls
from generator.model.archive import Archive
from generator.model.fact import AsOf, Fact, Qualifier
from generator.words.days import day_text, days_text
from generator.words.decisions import with_unit
from generator.words.figures import figure_text
from generator.words.numbers import number

RULES = {
    Qualifier.EXACTLY: ("a bare number", "this number and no other"),
    Qualifier.AT_LEAST: ("at least", "this number or any above it"),
    Qualifier.MORE_THAN: ("more than", "any number above it"),
    Qualifier.ABOUT: ("about", "a tenth less to a tenth more"),
    Qualifier.ALMOST: ("almost", "the last tenth below it, but not the number itself"),
    Qualifier.UP_TO: ("up to", "this number or any below it"),
    Qualifier.FEWER_THAN: ("fewer than", "any number below it"),
}
"""The wording, and what the true number may be."""
RANGE = ("from … to …", "any number between the two, both included")

DAY = date(2024, 11, 28)
MADE_UP = Fact("", "", "", "", DAY, AsOf(DAY), Decimal(200))
"""Stands in where no figure of the archive has a wording."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A way to hedge a figure, with an example for a number and one for a day."""

    name: str
    allows: str
    example: str
    url: str
    """The sentence of the example; empty when it is made up."""
    open: str
    """What the example leaves open: `180 to 220`."""
    day: str
    """A day with the same wording: `about 28 November 2024`."""
    day_open: str
    """Which days that may be: `27–29 November 2024`."""


def wordings_of(archive: Archive) -> Iterator[Wording]:
    """A line for each qualifier and one for ranges; the example is the archive's first, if it has any."""
    firsts: dict[Qualifier | None, Fact] = {}
    for fact in archive.facts:
        if isinstance(fact.printed, Decimal):
            firsts.setdefault(None if fact.value is None else fact.qualifier, fact)
    for qualifier, (name, allows) in RULES.items():
        own = firsts.get(qualifier)
        made_up = replace(MADE_UP, qualifier=qualifier)
        yield _wording(archive, name, allows, own, made_up, replace(made_up, value=DAY))
    own = firsts.get(None)
    made_up = replace(MADE_UP, value=None, low=Decimal(45), high=Decimal(50))
    days = replace(MADE_UP, value=None, low=DAY, high=date(2024, 11, 30))
    yield _wording(archive, *RANGE, own, made_up, days)


def _wording(archive: Archive, name: str, allows: str, own: Fact | None, made_up: Fact, day: Fact) -> Wording:
    language = archive.site.language
    example = own or made_up
    return Wording(
        name=name,
        allows=allows,
        example=with_unit(own, archive.measures[own.measure], language)
        if own
        else figure_text(made_up, language),
        url=urls.fact_url(archive.document[own.document], own) if own else "",
        open=_numbers(interval_of(example), language),
        day=figure_text(day, language),
        day_open=_days(interval_of(day), language),
    )


def _numbers(interval: Interval, language: str) -> str:
    low, high = (
        None if end is None else number(_short(end), language) for end in (interval.low, interval.high)
    )
    if interval.low == interval.high:
        return f"{low}"
    if high is None:
        return f"above {low}" if interval.low_open else f"{low} or more"
    if low is None:
        return f"below {high}" if interval.high_open else f"{high} or less"
    if interval.high_open:
        return f"from {low} to just below {high}"
    return f"from just above {low} to {high}" if interval.low_open else f"{low} to {high}"


def _short(value: Decimal) -> Decimal:
    """Without the zeros that a multiplication leaves behind the point; every other digit stays."""
    text = format(value, "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def _days(interval: Interval, language: str) -> str:
    low, high = (None if end is None else date.fromordinal(int(end)) for end in (interval.low, interval.high))
    if low is None or high is None:
        return f"{_day(low, language)} or later" if low else f"{_day(high, language)} or earlier"
    return day_text(low, language) if low == high else days_text(low, high, language)


def _day(day: date | None, language: str) -> str:
    return day_text(day, language) if day else ""

"""What each wording of a printed figure leaves open, worked out by the judge's own intervals."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from msgspec import Struct

from generator.facts.interval import Interval, interval_of
from generator.model import urls
from generator.model.archive import Archive
from generator.model.fact import AsOf, Fact, Qualifier
from generator.words.catalogue import say, to_say
from generator.words.days import day_text, days_text
from generator.words.decisions import with_unit
from generator.words.figures import figure_text
from generator.words.numbers import number

RULES = {
    Qualifier.EXACTLY: (to_say("a bare number"), to_say("this number and no other")),
    Qualifier.AT_LEAST: (to_say("at least"), to_say("this number or any above it")),
    Qualifier.MORE_THAN: (to_say("more than"), to_say("any number above it")),
    Qualifier.ABOUT: (to_say("about"), to_say("a tenth less to a tenth more")),
    Qualifier.ALMOST: (to_say("almost"), to_say("the last tenth below it, but not the number itself")),
    Qualifier.UP_TO: (to_say("up to"), to_say("this number or any below it")),
    Qualifier.FEWER_THAN: (to_say("fewer than"), to_say("any number below it")),
}
"""The wording, and what the true number may be."""
ABOVE, OR_MORE = to_say("above %(low)s"), to_say("%(low)s or more")
BELOW, OR_LESS = to_say("below %(high)s"), to_say("%(high)s or less")
JUST_BELOW = to_say("from %(low)s to just below %(high)s")
JUST_ABOVE = to_say("from just above %(low)s to %(high)s")
BETWEEN = to_say("%(low)s to %(high)s")
RANGE = (to_say("from … to …"), to_say("any number between the two, both included"))

DAY = date(2024, 11, 28)
MADE_UP = Fact("", "", "", "", DAY, AsOf(DAY), Decimal(200))
"""Stands in where no figure of the archive has a wording."""


class Wording(Struct, frozen=True):
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


def wordings_of(archive: Archive, firsts: Mapping[Qualifier | None, str]) -> Iterator[Wording]:
    """A line for each qualifier and one for ranges; the example is the archive's first, if it has any.

    `firsts` are the ids of the figures that are these.
    """
    first = {qualifier: archive.fact[id] for qualifier, id in firsts.items()}
    for qualifier, (name, allows) in RULES.items():
        own = first.get(qualifier)
        made_up = replace(MADE_UP, qualifier=qualifier)
        yield _wording(archive, name, allows, own, made_up, replace(made_up, value=DAY))
    own = first.get(None)
    made_up = replace(MADE_UP, value=None, low=Decimal(45), high=Decimal(50))
    days = replace(MADE_UP, value=None, low=DAY, high=date(2024, 11, 30))
    yield _wording(archive, *RANGE, own, made_up, days)


def _wording(archive: Archive, name: str, allows: str, own: Fact | None, made_up: Fact, day: Fact) -> Wording:
    language = archive.site.language
    example = own or made_up
    return Wording(
        name=say(language, name),
        allows=say(language, allows),
        example=with_unit(own, archive.measures[own.measure], language)
        if own
        else figure_text(made_up, language),
        url=urls.fact_url(archive.reference[own.document], own) if own else "",
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
        return say(language, ABOVE if interval.low_open else OR_MORE, low=low)
    if low is None:
        return say(language, BELOW if interval.high_open else OR_LESS, high=high)
    between = JUST_BELOW if interval.high_open else JUST_ABOVE if interval.low_open else BETWEEN
    return say(language, between, low=low, high=high)


def _short(value: Decimal) -> Decimal:
    """Without the zeros that a multiplication leaves behind the point; every other digit stays."""
    text = format(value, "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def _days(interval: Interval, language: str) -> str:
    low, high = (None if end is None else date.fromordinal(int(end)) for end in (interval.low, interval.high))
    if low and high:
        return day_text(low, language) if low == high else days_text(low, high, language)
    if low:
        return say(language, "%(day)s or later", day=day_text(low, language))
    return say(language, "%(day)s or earlier", day=day_text(high, language)) if high else ""

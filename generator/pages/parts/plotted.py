"""What a chart says of the figures of a measure: which have a place, where, and every one in words."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from generator.facts.interval import as_number, interval_of
from generator.model.archive import Archive
from generator.model.fact import Fact, Value
from generator.model.topic import Measure, MeasureType
from generator.model.verdict import FindingName, Verdict
from generator.pages.parts.names import short_name
from generator.pages.parts.scale import thinned, ticks_between
from generator.words.catalogue import say, say_of
from generator.words.days import as_of_text, day_text
from generator.words.figures import figure_text
from generator.words.numbers import number


class Named(Struct, frozen=True):
    """A value with its word."""

    value: float
    label: str


def values_of(measure: Measure, facts: Sequence[Fact], language: str, steps: int = 4) -> tuple[Named, ...]:
    """The lines of the grid, lowest first: round numbers, days, or the choices."""
    if measure.type is MeasureType.CHOICE:
        return tuple(Named(float(place), choice) for place, choice in enumerate(measure.choices))
    intervals = [interval_of(fact) for fact in facts]
    numbers = [float(as_number(fact.printed)) for fact in facts]
    numbers += [float(end) for each in intervals for end in (each.low, each.high) if end is not None]
    if measure.type is MeasureType.DATE:
        days = thinned((int(value) for value in numbers), steps + 1)
        return tuple(Named(float(day), day_text(date.fromordinal(day), language, "short")) for day in days)
    ticks = ticks_between(min(numbers), max(numbers), steps)
    return tuple(Named(tick, number(_plain(tick), language)) for tick in ticks)


def _plain(tick: float) -> Decimal:
    return Decimal(format(tick, ".10f")).normalize() + 0


def weighed(measure: Measure, fact: Fact) -> bool:
    """Whether a fact's value is of its measure's type, and so has a place."""
    kinds: dict[MeasureType, type] = {
        MeasureType.NUMBER: Decimal,
        MeasureType.DATE: date,
        MeasureType.CHOICE: str,
    }
    printed = fact.printed
    return isinstance(printed, kinds[measure.type]) and (
        measure.type is not MeasureType.CHOICE or printed in measure.choices
    )


def place_of(measure: Measure, value: Value) -> float:
    """Where a value stands among those of its measure; a choice by its order."""
    return float(measure.choices.index(value)) if isinstance(value, str) else float(as_number(value))


def said(archive: Archive, fact: Fact) -> str:
    """A sighting in words: `SOHR: at least 242 as of 29 Nov, printed by BFM TV on 29 Nov`."""
    language = archive.site.language
    return say(
        language,
        "%(origin)s: %(figure)s as of %(day)s, printed by %(source)s on %(printed)s",
        origin=short_name(archive.actors[fact.origin]) if fact.origin else say(language, "Nobody named"),
        figure=figure_text(fact, language),
        day=as_of_text(fact.as_of, language),
        source=archive.sources[fact.source].name,
        printed=day_text(fact.published, language, "short"),
    )


def standing_of(verdict: Verdict) -> Callable[[str], str]:
    """How the fact with an id stands: `current`, `stale`, or `old` (replaced by a later figure)."""
    current, stale = set(verdict.current), set(verdict.having(FindingName.STALE))
    return lambda fact: "current" if fact in current else "stale" if fact in stale else "old"


def description_of(archive: Archive, facts: Sequence[Fact], verdict: Verdict) -> str:
    """The whole chart for someone who hears it."""
    stale = set(verdict.having(FindingName.STALE))
    language = archive.site.language
    told = (
        say(language, "%(sighting)s (stale print)", sighting=sighting) if fact.id in stale else sighting
        for fact in facts
        for sighting in (said(archive, fact),)
    )
    between = say_of(language, "between the parts of a sentence", "; ")
    return say(language, "%(sightings)s.", sightings=between.join(told))

"""A sighting in full: the figure, its wording with the figure marked, and its grade."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from generator.model.archive import Archive
from generator.model.fact import Fact, Value
from generator.model.prose import Span
from generator.model.verdict import Verdict
from generator.pages.parts.figure import Figure, figures_of
from generator.read.daywords import day_words
from generator.read.numerals import numerals


class Words(Struct, frozen=True):
    """A part of a quotation; `marked` where it says the figure."""

    text: str
    marked: bool = False


class Sighting(Struct, frozen=True):
    """What one document prints, down to the words."""

    figure: Figure
    wording: tuple[Words, ...]
    """The quotation, part by part."""
    grade: str
    """Admiralty: reliability of the source and credibility of the figure, `F6` where neither is judged."""


def sightings_of(archive: Archive, verdict: Verdict) -> tuple[Sighting, ...]:
    """All sightings of a verdict, in its order."""
    figure_of = figures_of(archive, verdict)
    return tuple(_sighting(archive, archive.fact[fact], figure_of) for fact in verdict.all_facts)


def _sighting(archive: Archive, fact: Fact, figure_of: Callable[[Fact], Figure]) -> Sighting:
    language = archive.reference[fact.document].language
    return Sighting(
        figure=figure_of(fact),
        wording=_wording(fact.quote, language, fact.value, fact.low, fact.high),
        grade=f"{archive.sources[fact.source].reliability.value}{fact.credibility}",
    )


@lru_cache(maxsize=4096)
def _wording(
    quote: str, language: str, value: Value | None, low: Value | None, high: Value | None
) -> tuple[Words, ...]:
    ends = tuple(end for end in (value, low, high) if end is not None)
    return tuple(_marked(quote, sorted(_said(quote, language, ends))))


def _said(quote: str, language: str, ends: tuple[Value, ...]) -> Iterator[Span]:
    """Where the quotation says the figure, in digits or in words; choices are said in too many ways."""
    numbers = {end.copy_abs() for end in ends if isinstance(end, Decimal)}
    if numbers:
        yield from (each.span for each in numerals(quote, language) if each.readings & numbers)
    if any(isinstance(end, date) for end in ends):
        yield from (each.span for each in day_words(quote, language))


def _marked(text: str, spans: list[Span]) -> Iterator[Words]:
    at = 0
    for span in spans:
        if span.start < at:
            continue
        if span.start > at:
            yield Words(text[at : span.start])
        yield Words(text[span.start : span.end], marked=True)
        at = span.end
    if at < len(text):
        yield Words(text[at:])

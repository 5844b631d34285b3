"""A sighting in full: the figure, its wording with the figure marked, and its grade."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.prose import Span
from generator.model.verdict import Verdict
from generator.pages.parts.figure import Figure, figure_of
from generator.read.daywords import day_words
from generator.read.numerals import numerals


@dataclass(frozen=True, slots=True)
class Words:
    """A part of a quotation; `marked` where it says the figure."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one document prints, down to the words."""

    figure: Figure
    wording: tuple[Words, ...]
    """The quotation, part by part."""
    grade: str
    """Admiralty: reliability of the source and credibility of the figure, `F6` where neither is judged."""


def sighting_of(archive: Archive, fact: Fact, verdict: Verdict) -> Sighting:
    """A sighting as the verdict sees it."""
    language = archive.document[fact.document].language
    return Sighting(
        figure=figure_of(archive, fact, verdict),
        wording=tuple(_marked(fact.quote, sorted(_said(fact, language)))),
        grade=f"{archive.sources[fact.source].reliability.value}{fact.credibility}",
    )


def _said(fact: Fact, language: str) -> Iterator[Span]:
    """Where the quotation says the figure, in digits or in words; choices are said in too many ways."""
    ends = [end for end in (fact.value, fact.low, fact.high) if end is not None]
    numbers = {end.copy_abs() for end in ends if isinstance(end, Decimal)}
    if numbers:
        yield from (each.span for each in numerals(fact.quote, language) if each.readings & numbers)
    if any(isinstance(end, date) for end in ends):
        yield from (each.span for each in day_words(fact.quote, language))


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

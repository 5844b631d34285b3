"""The numbers of a sentence, each with what it counts."""

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from generator.intake.figures.clauses import territory
from generator.intake.figures.measures import Told, spoken_of
from generator.intake.figures.numbers import Number, numbers_of
from generator.intake.figures.passages import Passage
from generator.intake.figures.vocabulary import ENGLISH, EVENTS, concepts
from generator.model.prose import Span
from generator.read.mentions import AliasIndex

_HEAD = re.compile(r"\s*(?:-\s*)?(?P<words>(?:[^\W_][\w’'-]*|%)(?:\s+[^\W_][\w’'-]*){0,4})")
_LEFT_OUT = re.compile(
    r"(?:of|from|in|by|since|on|at|due|to|during|as|with|before|after|this|last)\b", re.IGNORECASE
)
_COPULA = re.compile(r"\A(?:were|was|are|is|have been|had been|had|have)\s+(?:also\s+)?", re.IGNORECASE)
_POPULATION = re.compile(r"([^\W\d_]+)\s+of\s+(?:\w+\s+){0,2}\Z")
_SMALL = Decimal(12)
_THINGS = frozenset(ENGLISH)


class Counted(Struct, frozen=True):
    """A number of a sentence, with how it is told."""

    number: Number
    told: Told
    noun: str


def counted_in(passage: Passage, index: AliasIndex, language: str) -> Iterator[Counted]:
    """The numbers that may be figures, in order."""
    numbers = numbers_of(passage.text, language)
    spans = tuple(number.span for number in numbers)
    sentence = spoken_of(passage.text, index)
    for number in numbers:
        after = min(
            (span.start for span in spans if span.start >= number.span.end), default=len(passage.text)
        )
        noun = _noun(passage.text[:after], number.span)
        own = territory(passage.text, number.span, tuple(span for span in spans if span != number.span))
        told = Told(
            head=spoken_of(noun, index) if noun else frozenset(),
            own=spoken_of(passage.text[own.start : own.end], index),
            sentence=sentence,
            is_share=number.is_share or noun.startswith(("%", "percent", "per cent")),
        )
        yield Counted(number, told, noun)


def is_worth_it(counted: Counted) -> bool:
    """Lengths are not, nor small numbers in words of things that the news seldom counts."""
    number = counted.number
    if number.is_length:
        return False
    value = number.value if number.value is not None else number.low
    small = number.in_words and not number.is_share and value is not None and value <= _SMALL
    return (
        not small
        or bool(concepts(counted.noun) & _THINGS)
        or (not counted.noun and bool(counted.told.own & EVENTS))
    )


def _noun(text: str, number: Span) -> str:
    """The words that say what is counted; empty where they are left out: "19 of them"."""
    if match := _HEAD.match(text, number.end):
        words = _COPULA.sub("", match["words"])
        if not _LEFT_OUT.match(words):
            return re.split(r"\s+(?:of|from|in|by|since|on|at|who|and were|for|to)\s+", words)[0]
    before = _POPULATION.search(text, 0, number.start)
    return before[1] if before else ""

"""Days that answer a measure of type date, such as the day on which an offensive began."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from generator.intake.calendar import resolved
from generator.intake.figures.measures import Question, spoken_of
from generator.intake.figures.passages import Passage
from generator.model.prose import Span
from generator.model.topic import MeasureType
from generator.read.daywords import day_words
from generator.read.mentions import AliasIndex

_SAID = re.compile(
    r"\b(?:said|told|reported|announced|stated|added|noted|indicated|confirmed)(?:\s+\w+)?(?:\s+on)?\s+\Z",
    re.IGNORECASE,
)
_NEAR = 100
"""Characters around a day in which the words of the measure stand."""
_SINCE = re.compile(r"\b(?:by|until|till|before|after|as of)\s+\Z", re.IGNORECASE)


class DayFound(Struct, frozen=True):
    """A day that a sentence names in answer to a measure."""

    span: Span
    """Of the day, in the sentence."""
    day: date
    measure: str


def days_of(
    passage: Passage, asked: Iterable[Question], index: AliasIndex, language: str, published: date | None
) -> Iterator[DayFound]:
    """The days of a sentence that stand beside all words of a measure that asks for a day.

    Without the day of the document a day without a year cannot be told, and is left out.
    """
    dated = [question for question in asked if question.measure.type is MeasureType.DATE]
    if not dated or published is None:
        return
    text = passage.text
    for word in day_words(text, language):
        is_ordinal = bool(word.dates) and not any(month for month, _ in word.dates)  # the second-largest
        day = None if is_ordinal else resolved(word, published)
        if day is None or _SAID.search(text, 0, word.span.start) or _SINCE.search(text, 0, word.span.start):
            continue
        start, end = _surroundings(text, word.span)
        told = spoken_of(text[start:end], index)
        for question in dated:
            wanted = question.events | question.rest
            if wanted and wanted <= told:
                yield DayFound(word.span, day, question.measure.id)


def _surroundings(text: str, span: Span) -> tuple[int, int]:
    """What stands near a day."""
    return max(0, span.start - _NEAR), min(len(text), span.end + _NEAR)

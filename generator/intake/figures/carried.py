"""Speakers who are named in one sentence and meant in the next."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator.intake.figures.counted import Counted
from generator.intake.figures.measures import Question
from generator.intake.figures.passages import Passage
from generator.intake.figures.proposal import Speaker
from generator.intake.figures.speakers import Spoken, noted, referring_back
from generator.intake.figures.vocabulary import EVENTS

_REACH = 2
"""Sentences over which the count of the same thing goes on without its speaker being named again."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Count(Struct, frozen=True):
    """Who counted what, in which sentence."""

    place: int
    events: frozenset[str]
    measure: str | None
    speaker: Speaker | None = None


def events_of(counted: Counted, measure: str | None, asked: Sequence[Question]) -> frozenset[str]:
    """What happened to those who are counted: by the measure, by their noun, else by what stands around."""
    measured = next((question.events for question in asked if question.measure.id == measure), frozenset())
    return measured or counted.told.head & EVENTS or counted.told.own & EVENTS


def from_next(passages: Sequence[Passage], place: int, back: Sequence[Spoken]) -> Speaker | None:
    """The speaker of the next sentence, where that says "According to X, this …"."""
    if place + 1 >= len(passages) or passages[place + 1].paragraph != passages[place].paragraph:
        return None
    said = referring_back(passages[place + 1], back)
    return noted(said.speaker, "named in the next sentence") if said and said.speaker else None


def from_before(
    passages: Sequence[Passage], count: Count, counts: Sequence[Count], asked: Sequence[Question]
) -> Speaker | None:
    """The speaker who gave a count of the same thing just before, of the same total where measures tell."""
    if _YEAR.search(passages[count.place].text):
        return None  # it looks back on another time
    for before in reversed(counts):
        if count.place - before.place > _REACH:
            break
        near = passages[count.place].paragraph - passages[before.place].paragraph <= 1
        if near and before.speaker and count.events & before.events and _belong(count, before, asked):
            note = "" if "sentence before" in before.speaker.note else "taken from a sentence before"
            return noted(before.speaker, note)
    return None


def _belong(count: Count, other: Count, asked: Sequence[Question]) -> bool:
    """Whether two counts may be of one total: the same measure, parts of one another, or unknown."""
    if count.measure is None or other.measure is None:
        return True
    parts = {question.measure.id: question.measure.parts for question in asked}
    return bool(_family(count.measure, parts) & _family(other.measure, parts))


def _family(measure: str, parts: Mapping[str, tuple[str, ...]]) -> set[str]:
    """A measure with all that it is a part of."""
    family, waiting = {measure}, [measure]
    while waiting:
        one = waiting.pop()
        above = {id for id, own in parts.items() if one in own} - family
        family |= above
        waiting += above
    return family

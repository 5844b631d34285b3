"""Which measure a figure answers, by the words of its label and unit."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.intake.figures.vocabulary import EVENTS, GROUPS, concepts
from generator.model.prose import Prose
from generator.model.topic import Measure, MeasureType, Topic
from generator.read.mentions import AliasIndex, find_mentions

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ENOUGH = 0.5
"""Share of the words that mark a measure off from its rivals, which a figure must be told with."""
_PEOPLE = frozenset({"people"}) | GROUPS


class Question(Struct, frozen=True):
    """A measure, taken apart."""

    measure: Measure
    unit: frozenset[str]
    events: frozenset[str]
    groups: frozenset[str]
    rest: frozenset[str]
    """What else the label speaks of."""
    years: frozenset[str]


class Told(Struct, frozen=True):
    """How a figure is told, as concepts."""

    head: frozenset[str]
    """The noun that is counted; empty where it is left out: "19 of them"."""
    own: frozenset[str]
    """The clauses that belong to this figure alone."""
    sentence: frozenset[str]
    is_share: bool = False


def spoken_of(text: str, index: AliasIndex) -> frozenset[str]:
    """The concepts of a text, with each actor that it names as `@id`."""
    named = (f"@{mention.actor}" for mention in find_mentions(Prose(text), index))
    return concepts(text) | frozenset(named)


def questions(topics: Iterable[Topic], text: frozenset[str], index: AliasIndex) -> tuple[Question, ...]:
    """The measures of the topics that a text is about, by the words of their titles."""
    return tuple(_questions(topics, text, index))


def _questions(topics: Iterable[Topic], text: frozenset[str], index: AliasIndex) -> Iterator[Question]:
    for topic in topics:
        title = concepts(topic.title)
        if len(title & text) * 2 < len(title):
            continue
        for measure in topic.measures:
            label = spoken_of(measure.label, index)
            unit = concepts(measure.unit or "")
            groups = label & GROUPS if unit & _PEOPLE else frozenset()
            rest = label - EVENTS - groups - unit - {"people", "day", "date"}
            years = frozenset(_YEAR.findall(measure.label))
            yield Question(measure, unit, label & EVENTS, groups, rest, years)


def answered(told: Told, asked: Iterable[Question]) -> str | None:
    """The id of the measure that fits best; None where none does, or two do equally well."""
    everything = tuple(asked)
    possible = [question for question in everything if _is_possible(told, question)]
    scored = sorted(
        (
            (score, question.measure.id)
            for question in possible
            if (score := _score(told, question, everything)) is not None
        ),
        reverse=True,
    )
    if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return None
    return scored[0][1]


def _is_possible(told: Told, question: Question) -> bool:
    """Whether it counts the same thing, and speaks of what happened to it."""
    if question.measure.type is not MeasureType.NUMBER or not question.years <= told.sentence:
        return False
    if told.is_share:
        return bool(question.unit & {"share", "percent", "%"})
    if question.unit & _PEOPLE:
        if told.head and not told.head & _PEOPLE:
            return False
    elif question.unit and not question.unit & told.head:
        return False
    happened = question.events - question.unit
    if not happened <= told.sentence:
        return False
    if question.groups:
        return bool(question.groups & (told.head if told.head & _PEOPLE else told.sentence))
    return bool(happened or question.rest & told.own)


def _score(told: Told, question: Question, asked: Iterable[Question]) -> float | None:
    """How much of the label is told; None when what marks it off from its rivals is missing."""
    group = len(question.groups & (told.head or told.own)) / len(question.groups) if question.groups else 0.0
    matched = len(question.rest & told.own) / len(question.rest) if question.rest else 0.0
    rivals = [
        other
        for other in asked
        if other is not question and other.unit == question.unit and other.events == question.events
    ]
    if not question.groups and any(
        other.groups & told.head and other.measure.id in question.measure.parts for other in rivals
    ):
        return None  # a part of it names exactly those who are counted
    if question.measure.parts or not rivals:
        return group + 0.3 * matched
    return group + 1.2 * matched if matched >= _ENOUGH or not question.rest else None

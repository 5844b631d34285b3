"""All figures of a text as proposals, in its order."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from generator.intake.crossheads import Block
from generator.intake.figures.begun import days_of
from generator.intake.figures.carried import Count, events_of, from_before, from_next
from generator.intake.figures.counted import Counted, counted_in, is_worth_it
from generator.intake.figures.hedges import qualifier_of
from generator.intake.figures.measures import Question, answered, questions, spoken_of
from generator.intake.figures.passages import Passage, passages_of
from generator.intake.figures.proposal import Proposal
from generator.intake.figures.quoting import quoted
from generator.intake.figures.speakers import (
    People,
    Spoken,
    speaking_for,
    spoken_in,
)
from generator.model.fact import Qualifier
from generator.model.prose import Prose, Span
from generator.model.topic import Topic
from generator.read.numerals import says
from generator.read.quotes import find_quote

_MOST = 500
"""Proposals after which no more are looked for; front matter has room for about half of them."""


def propose(
    prose: Prose,
    blocks: Sequence[Block],
    language: str,
    published: date | None,
    people: People,
    topics: Sequence[Topic],
) -> tuple[Proposal, ...]:
    """The figures of a text that could be facts; each quotation stands in it and gives its figure."""
    passages = passages_of(prose, blocks)
    asked = questions(topics, spoken_of(prose.text, people.index), people.index)
    spoken = spoken_in(passages, people, language)
    found: list[Proposal] = []
    counts: list[Count] = []
    for place, passage in enumerate(passages):
        if len(found) >= _MOST:
            break
        for day in days_of(passage, asked, people.index, language, published):
            said = speaking_for(passage, day.span, spoken[place])
            found.append(_dated(prose, passage, day.span, day.day, day.measure, said))
        for counted in counted_in(passage, people.index, language):
            proposal = _proposed(prose, passage, counted, language, asked)
            if proposal is None:
                continue
            said = speaking_for(passage, counted.number.span, spoken[place])
            back = spoken[place + 1] if place + 1 < len(passages) else ()
            count = Count(place, events_of(counted, proposal.measure, asked), proposal.measure)
            speaker = said.speaker if said else None
            if speaker is None and not counted.number.is_share:
                speaker = from_next(passages, place, back) or from_before(passages, count, counts, asked)
            if speaker:
                counts.append(replace(count, speaker=speaker))
            found.append(replace(proposal, speaker=speaker, via=said.via if said else ()))
    return tuple(_once(_sound(prose, language, found)))


def _proposed(
    prose: Prose, passage: Passage, counted: Counted, language: str, asked: Sequence[Question]
) -> Proposal | None:
    """A number as a proposal without its speaker; None when it is hardly a figure."""
    number, start = counted.number, passage.start
    measure = answered(counted.told, asked)
    if measure is None and not is_worth_it(counted):
        return None
    qualifier, begins = qualifier_of(passage.text, number.span.start, number.span.end, language)
    sentence = Span(start, start + len(passage.text))
    return Proposal(
        value=number.value,
        low=number.low,
        high=number.high,
        qualifier=Qualifier.EXACTLY if number.value is None else qualifier,
        measure=measure,
        speaker=None,
        via=(),
        quote=quoted(prose, sentence, Span(start + begins, start + number.span.end)),
        sentence=passage.text,
        span=Span(start + number.span.start, start + number.span.end),
        counted=counted.noun,
        other_reading=number.other_reading,
    )


def _dated(
    prose: Prose, passage: Passage, span: Span, day: date, measure: str, said: Spoken | None
) -> Proposal:
    sentence = Span(passage.start, passage.start + len(passage.text))
    placed = Span(passage.start + span.start, passage.start + span.end)
    # Who speaks in a sentence seldom vouches for the day that it only mentions.
    direct = said if said and " that " in passage.text[said.voice.span.end : span.start] else None
    return Proposal(
        value=day,
        low=None,
        high=None,
        qualifier=Qualifier.EXACTLY,
        measure=measure,
        speaker=direct.speaker if direct else None,
        via=direct.via if direct else (),
        quote=quoted(prose, sentence, placed),
        sentence=passage.text,
        span=placed,
    )


def _sound(prose: Prose, language: str, found: Sequence[Proposal]) -> Iterator[Proposal]:
    """Those whose quotation stands in the text and gives every number; in the order of the text."""
    for proposal in sorted(found, key=lambda proposal: proposal.span):
        numbers = [end for end in (proposal.value, proposal.low, proposal.high) if isinstance(end, Decimal)]
        given = all(says(proposal.quote, language, number) for number in numbers)
        if given and find_quote(prose, proposal.quote) is not None:
            yield proposal


def _once(found: Iterator[Proposal]) -> Iterator[Proposal]:
    """Each figure once: of two alike the one whose speaker is named."""
    kept: dict[tuple[object, ...], Proposal] = {}
    for proposal in found:
        what = proposal.measure or proposal.sentence
        key = (
            what,
            proposal.value,
            proposal.low,
            proposal.high,
            proposal.counted if what is proposal.sentence else "",
        )
        if key not in kept or (kept[key].speaker is None and proposal.speaker is not None):
            kept[key] = proposal
    yield from sorted(kept.values(), key=lambda proposal: proposal.span)

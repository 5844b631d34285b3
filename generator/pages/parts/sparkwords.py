"""What a small chart shows, in words."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from generator.model.fact import Fact, Qualifier
from generator.words.catalogue import say, say_count, say_few, say_of
from generator.words.days import day_text
from generator.words.figures import figure_text, value_text
from generator.words.lists import listed

DAYS = 5
"""So many can be told one by one; of more, the first and the last."""


def numbers_in_words(facts: Sequence[Fact], stale: int, withdrawn: int, language: str) -> str:
    """`about 200 on 28 Nov, at least 240 and 242 on 29 Nov, 277 on 30 Nov; one stale print`.

    `facts` are those that stand or stood, by as-of; `stale` and `withdrawn` count the others.
    """
    form = "short" if len({fact.as_of.day.year for fact in facts}) < 2 else "medium"
    days = [
        (day_text(day, language, form), figures_in_words(list(told), language))
        for day, told in groupby(facts, key=lambda fact: fact.as_of.day)
    ]
    if len(days) > DAYS:
        (first, began), (last, ended) = days[0], days[-1]
        told = say_count(
            language,
            "%(num)s figure, from %(began)s on %(first)s to %(ended)s on %(last)s",
            "%(num)s figures, from %(began)s on %(first)s to %(ended)s on %(last)s",
            len(facts),
            began=began,
            first=first,
            ended=ended,
            last=last,
        )
    else:
        told = _in_turn(
            [say(language, "%(figures)s on %(day)s", figures=figures, day=day) for day, figures in days],
            language,
        )
    return _and_aside(told, stale, withdrawn, language)


def days_in_words(facts: Sequence[Fact], stale: int, withdrawn: int, language: str) -> str:
    """`27 November 2024 in 3 documents, 28 November 2024 in 1 document`."""
    answers = Counter(
        figure_text(fact, language) for fact in sorted(facts, key=lambda fact: str(fact.printed))
    )
    told = [
        say_count(
            language,
            "%(answer)s in %(num)s document",
            "%(answer)s in %(num)s documents",
            documents,
            answer=answer,
        )
        for answer, documents in list(answers.items())[:DAYS]
    ]
    if len(answers) > DAYS:
        more = len(answers) - DAYS
        told.append(say_count(language, "%(num)s other answer", "%(num)s other answers", more))
    return _and_aside(_in_turn(told, language), stale, withdrawn, language)


def figures_in_words(facts: Sequence[Fact], language: str) -> str:
    """The figures of a day, a qualifier said once where the next figure has the same."""
    told: list[str] = []
    before: Qualifier | None = None
    distinct = {(fact.qualifier, fact.value, fact.low, fact.high): fact for fact in reversed(facts)}
    for fact in reversed(distinct.values()):
        figure = figure_text(fact, language)
        hedged = before not in {None, Qualifier.EXACTLY}
        if hedged and fact.value is not None and fact.qualifier is before:
            figure = value_text(fact.value, language)
        elif hedged and fact.qualifier is Qualifier.EXACTLY:
            figure = say(language, "exactly %(figure)s", figure=figure)
        told.append(figure)
        before = fact.qualifier
    return listed(told, language)


def _and_aside(told: str, stale: int, withdrawn: int, language: str) -> str:
    notes = []
    if stale:
        notes.append(say_few(language, "%(num)s stale print", "%(num)s stale prints", stale))
    if withdrawn:
        notes.append(say_few(language, "%(num)s figure withdrawn", "%(num)s figures withdrawn", withdrawn))
    between = say_of(language, "between the parts of a sentence", "; ")
    return between.join(part for part in (told, listed(notes, language)) if part)


def _in_turn(told: Sequence[str], language: str) -> str:
    return say_of(language, "between the things of a list", ", ").join(told)

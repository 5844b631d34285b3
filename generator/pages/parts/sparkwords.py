"""What a small chart shows, in words."""

from collections.abc import Sequence
from itertools import groupby

from generator.model.fact import Fact, Qualifier
from generator.words.days import day_text
from generator.words.figures import figure_text, value_text
from generator.words.lists import listed
from generator.words.numbers import count, in_few_words

DAYS = 5
"""So many can be told one by one; of more, the first and the last."""


def numbers_in_words(facts: Sequence[Fact], stale: int, language: str) -> str:
    """`about 200 on 28 Nov, at least 240 and 242 on 29 Nov, 277 on 30 Nov; one stale print`.

    `facts` are those that stand or stood, by as-of; `stale` is how many did not.
    """
    form = "short" if len({fact.as_of.day.year for fact in facts}) < 2 else "medium"
    days = [
        (day_text(day, language, form), _figures(list(told), language))
        for day, told in groupby(facts, key=lambda fact: fact.as_of.day)
    ]
    if len(days) > DAYS:
        (first, began), (last, ended) = days[0], days[-1]
        figures = count(len(facts), "figure", "figures", language)
        told = f"{figures}, from {began} on {first} to {ended} on {last}"
    else:
        told = ", ".join(f"{figures} on {day}" for day, figures in days)
    return _with_stale(told, stale, language)


def days_in_words(facts: Sequence[Fact], stale: int, language: str) -> str:
    """`27 November 2024 in 3 documents, 28 November 2024 in 1 document`."""
    answers = sorted(figure_text(fact, language) for fact in facts)
    by_day = sorted(facts, key=lambda fact: str(fact.printed))
    order = list(dict.fromkeys(figure_text(fact, language) for fact in by_day))
    told = [
        f"{answer} in {count(answers.count(answer), 'document', 'documents', language)}"
        for answer in order[:DAYS]
    ]
    if len(order) > DAYS:
        told.append(f"and {count(len(order) - DAYS, 'other answer', 'other answers', language)}")
    return _with_stale(", ".join(told), stale, language)


def _figures(facts: Sequence[Fact], language: str) -> str:
    """The figures of a day, a qualifier said once where the next figure has the same."""
    told: dict[str, None] = {}
    before: Qualifier | None = None
    for fact in facts:
        figure = figure_text(fact, language)
        if fact.value is not None and fact.qualifier is before:
            figure = value_text(fact.value, language)
        elif before not in (None, Qualifier.EXACTLY) and fact.qualifier is Qualifier.EXACTLY:
            figure = f"exactly {figure}"
        if fact.value is not None and (fact.qualifier, fact.value) in seen:
            continue
        told[figure] = None
        before = fact.qualifier
    return listed(told, language)

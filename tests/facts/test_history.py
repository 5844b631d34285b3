"""How a measure came to its verdict, day by day."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import find, given

from generator.facts import history
from generator.facts.behind import Behind
from generator.facts.history import judge_through_time
from generator.facts.judge import judge
from generator.facts.known import known_on
from generator.model.fact import Fact
from generator.model.topic import Measure
from generator.model.verdict import Judged, Verdict

from .builders import BEGAN, KILLED, day, said
from .strategies import LONG, LONGER, MEASURES, QUICK, WITNESS, a_long_story, some_facts

Through = Callable[[Iterable[Measure], Iterable[Fact]], Judged]
PART = replace(KILLED, id="aleppo/part", key="part")
OF_PART = replace(KILLED, id="aleppo/of-part", key="of-part")
TOTAL = replace(KILLED, parts=(PART.id,))


def days(judged: Judged, measure: Measure = KILLED) -> list[date]:
    return [state.day for state in judged.history[measure.id]]


def every_day_is_as_known(through: Through, facts: tuple[Fact, ...]) -> bool:
    """To the order of what is said: that is why the words are compared, too."""
    judged = through(MEASURES, facts)
    return repr(judged.now) == repr(judge(MEASURES, facts)) and all(
        judged.known(id, day(number)) == verdict and repr(judged.known(id, day(number))) == repr(verdict)
        for number in (26, *LONG, 37)
        for id, verdict in judge(MEASURES, known_on(facts, day(number))).items()
    )


@QUICK
@given(some_facts(most=8))
def test_the_state_of_each_day_is_what_was_known_on_it(facts: tuple[Fact, ...]) -> None:
    assert every_day_is_as_known(judge_through_time, facts)


@LONGER
@given(a_long_story())
def test_a_long_story_is_followed_as_if_each_day_were_judged_alone(facts: tuple[Fact, ...]) -> None:
    assert every_day_is_as_known(judge_through_time, facts)


def test_a_history_that_does_not_hear_what_takes_a_figure_up_would_be_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Behind, "_echo", lambda *_: set())
    find(a_long_story(), lambda facts: not every_day_is_as_known(judge_through_time, facts), settings=WITNESS)


def test_a_history_that_forgets_higher_figures_for_earlier_days_would_be_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Behind, "_offer", lambda *_: (set(), ()))
    find(a_long_story(), lambda facts: not every_day_is_as_known(judge_through_time, facts), settings=WITNESS)


@QUICK
@given(some_facts(most=8))
def test_whoever_knows_the_present_need_not_judge_it_again(facts: tuple[Fact, ...]) -> None:
    present = judge(MEASURES, facts)
    assert judge_through_time(MEASURES, facts, present) == judge_through_time(MEASURES, facts)


def test_a_present_of_other_facts_would_be_caught() -> None:
    def forgetful(facts: tuple[Fact, ...]) -> bool:
        judged = judge_through_time(MEASURES, facts, judge(MEASURES, facts[1:]))
        return judged != judge_through_time(MEASURES, facts)

    find(some_facts(), forgetful, settings=WITNESS)


def test_a_history_that_forgets_decisions_would_be_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "takes_effect", lambda sighting: sighting.published)
    find(some_facts(), lambda facts: not every_day_is_as_known(judge_through_time, facts), settings=WITNESS)


def test_a_history_that_forgets_parts_would_be_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "_family", lambda measure, dockets: (dockets[measure.id],))
    with_parts = some_facts((MEASURES[0], MEASURES[-1]))
    find(with_parts, lambda facts: not every_day_is_as_known(judge_through_time, facts), settings=WITNESS)


def test_a_measure_has_a_state_for_each_day_on_which_something_was_printed() -> None:
    facts = (said(1, "a", as_of=27), said(2, "b", published=30, as_of=27), said(2, "c", as_of=30))
    assert days(judge_through_time([KILLED], facts)) == [day(27), day(30)]


def test_a_sighting_of_a_part_of_a_part_and_a_decision_make_a_state_too() -> None:
    measures = (TOTAL, replace(PART, parts=(OF_PART.id,)), OF_PART)
    facts = (
        said(1, "a", as_of=27, measure=TOTAL, status="retracted", decided=30),
        said(1, "b", as_of=28, measure=OF_PART),
    )
    judged = judge_through_time(measures, facts)
    assert days(judged, TOTAL) == [day(27), day(28), day(30)]
    assert days(judged, PART) == days(judged, OF_PART) == [day(28)]


def test_a_decision_older_than_its_document_holds_from_the_document_on() -> None:
    facts = (said(1, "a", as_of=27), said(2, "b", as_of=29, supersedes=("a",), decided=28))
    assert days(judge_through_time([KILLED], facts)) == [day(27), day(29)]


def test_before_the_first_sighting_nothing_is_known() -> None:
    judged = judge_through_time([KILLED, BEGAN], [said(1, "a")])
    assert judged.known(KILLED.id, day(28)) == judged.before(KILLED.id, day(29)) == Verdict(KILLED.id)
    assert (judged.history[BEGAN.id], judged.now[BEGAN.id]) == ((), Verdict(BEGAN.id))


def test_a_day_without_news_is_as_the_last_one_with_news() -> None:
    judged = judge_through_time([KILLED], [said(1, "a", as_of=27), said(2, "b", as_of=30)])
    first, last = (state.verdict for state in judged.history[KILLED.id])
    assert judged.known(KILLED.id, day(29)) is judged.before(KILLED.id, day(30)) is first
    assert judged.known(KILLED.id, day(31)) is judged.before(KILLED.id, day(31)) is judged.now[KILLED.id]
    assert judged.now[KILLED.id] == last

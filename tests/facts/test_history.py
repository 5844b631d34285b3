"""How a measure came to its verdict, day by day."""

from collections.abc import Callable, Iterable
from datetime import date

import pytest
from hypothesis import find, given
from msgspec.structs import replace

from generator.facts import history
from generator.facts.behind import Behind
from generator.facts.history import days_of, judge_through_time
from generator.facts.judge import judge
from generator.facts.known import known_on
from generator.model.fact import Fact
from generator.model.topic import Measure
from generator.model.verdict import Judged, Verdict

from .builders import BEGAN, KILLED, day, said
from .strategies import LONG, LONGER, MEASURES, QUICK, WITNESS, a_long_story, some_facts

pytestmark = pytest.mark.slow

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
    judged = judge_through_time(MEASURES, facts, present)
    assert judged == judge_through_time(MEASURES, facts)
    assert all(judged.now[id] is present[id] for id, states in judged.history.items() if states)


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


@QUICK
@given(some_facts(most=8))
def test_the_days_of_a_measure_are_known_before_it_is_judged(facts: tuple[Fact, ...]) -> None:
    judged = judge_through_time(MEASURES, facts)
    assert days_of(MEASURES, facts) == {measure.id: tuple(days(judged, measure)) for measure in MEASURES}


# What one origin gave, one document a day: the figure, and the day that it is for.
BEHIND = {
    "a higher figure for an earlier day comes in later": ((100, 10), (50, 11), (200, 9)),
    "and is as high as the one before, for a day before that": ((100, 10), (50, 11), (100, 9)),
    "another lower than it": ((100, 10), (50, 11), (70, 9)),
    "then others take figures up, one by one": ((100, 10), (50, 11), (80, 9), (60, 12), (90, 13), (120, 14)),
    "one that is taken up already is passed by": ((100, 10), (50, 11), (120, 12), (110, 9), (200, 10)),
    "what was taken up is higher than it was": ((70, 10), (50, 12), (75, 13), (72, 11), (74, 11), (90, 9)),
}


@pytest.mark.parametrize("given", BEHIND.values(), ids=BEHIND)
def test_a_figure_that_fell_behind_is_held_against_whatever_comes_later(
    given: tuple[tuple[int, int], ...],
) -> None:
    facts = tuple(
        said(figure, f"d{number}", as_of=on, published=24 + number)
        for number, (figure, on) in enumerate(given)
    )
    assert every_day_is_as_known(judge_through_time, facts)


def test_what_was_decided_of_an_earlier_day_is_no_mere_addition_to_what_was_said() -> None:
    facts = (
        said(100, "a", as_of=25),
        said(120, "b", as_of=26, status="retracted", decided=28),
        said(50, "c", as_of=27),
        said(60, "d", as_of=28),
        said(130, "e", as_of=28, published=28),
    )
    assert every_day_is_as_known(judge_through_time, facts)


def followed(measures: tuple[Measure, ...], *facts: Fact) -> dict[str, list[list[str]]]:
    """By measure, what is found on each of its days; that is what would be found if only that were known."""
    judged = judge_through_time(measures, facts)
    for number in range(25, 34):
        for id, verdict in judge(measures, known_on(facts, day(number))).items():
            assert judged.known(id, day(number)) == verdict
    return {
        id: [[found.name.value for found in state.verdict.findings] for state in states]
        for id, states in judged.history.items()
    }


def test_who_agreed_on_one_day_agrees_on_the_next() -> None:
    facts = (
        said(1, "a", as_of=27),
        said(1, "b", as_of=27, origin="un"),
        said(2, "c", as_of=29, origin="bbc"),
    )
    assert ["corroborated" in names for names in followed((KILLED,), *facts)[KILLED.id]] == [True, True]


def test_totals_and_parts_are_weighed_on_each_day_with_what_stands_then() -> None:
    facts = (
        said(100, "a", as_of=27, measure=TOTAL),
        said(130, "a", as_of=27, measure=PART, status="retracted", decided=30),
        said(100, "b", as_of=28, measure=TOTAL, origin="un"),
        said(120, "b", as_of=28, measure=PART, origin="un"),
        said(90, "c", as_of=31, measure=PART, origin="un", supersedes=("b#part",), decided=32),
    )
    found = followed((TOTAL, PART), *facts)[TOTAL.id]
    assert ["parts-do-not-add" in names for names in found] == [True, True, True, True, False]


def test_a_part_superseded_in_another_document_is_no_part_from_that_day_on() -> None:
    facts = (
        said(100, "a", as_of=27, measure=TOTAL),
        said(130, "a", as_of=27, measure=PART),
        said(90, "b", as_of=29, measure=PART, supersedes=("a#part",), decided=29),
    )
    found = followed((TOTAL, PART), *facts)[TOTAL.id]
    assert ["parts-do-not-add" in names for names in found] == [True, False]


def test_digests_fall_silent_on_the_day_on_which_a_source_that_counts_is_heard_and_speak_when_it_is_not() -> (
    None
):
    facts = (
        said(100, "a", as_of=26, counts=False),
        said(120, "b", as_of=27, counts=False),
        said(90, "c", as_of=28, origin="un", status="retracted", decided=30),
        said(130, "d", as_of=31, counts=False),
    )
    judged = judge_through_time([KILLED], facts)
    followed((KILLED,), *facts)
    assert [len(state.verdict.current) for state in judged.history[KILLED.id]] == [1, 1, 1, 1, 1]
    assert [state.verdict.latest for state in judged.history[KILLED.id]] == [
        f"{document}#killed" for document in "abcbd"
    ]


def test_parts_that_are_no_measures_and_parts_of_each_other_make_no_states() -> None:
    measures = (replace(KILLED, parts=(PART.id, "aleppo/unknown")), replace(PART, parts=(KILLED.id,)))
    judged = judge_through_time(measures, [said(1, "a", as_of=27, measure=PART)])
    assert days(judged) == days(judged, PART) == [day(27)]


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

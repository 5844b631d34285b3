"""What holds for any facts. Each property has a witness: something wrong that it catches."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from generator.facts import docket
from generator.facts.interval import as_number, compatible, interval_of, meet
from generator.facts.judge import judge
from generator.facts.kind import kind_of
from generator.facts.known import known_on
from generator.model.fact import Fact
from generator.model.topic import Measure, MeasureType
from generator.model.verdict import FindingName, Verdict

from .builders import day
from .strategies import ALL_DAYS, MEASURES, QUICK, WITNESS, a_fact, some_facts

Judge = Callable[[Iterable[Measure], Iterable[Fact]], Mapping[str, Verdict]]
Known = Callable[[Iterable[Fact], date], Iterable[Fact]]

NUMBERS = tuple(measure for measure in MEASURES if measure.type is MeasureType.NUMBER)
a_shuffle = some_facts().flatmap(lambda facts: st.tuples(st.just(facts), st.permutations(facts)))
a_day = st.sampled_from([day(number) for number in ALL_DAYS])
two_numbers = st.tuples(a_fact(NUMBERS), a_fact(NUMBERS))


def order_makes_no_difference(judging: Judge, facts: Iterable[Fact], shuffled: Iterable[Fact]) -> bool:
    return judging(MEASURES, facts) == judging(MEASURES, shuffled)


def the_past_stays(known: Known, facts: tuple[Fact, ...], added: tuple[Fact, ...], on: date) -> bool:
    later = tuple(
        replace(fact, id=f"{fact.id}-later", published=day(31)) for fact in added if fact.published >= on
    )
    return judge(MEASURES, known(facts, on)) == judge(MEASURES, known((*later, *facts), on))


def symmetric(agree: Callable[[Fact, Fact], bool], a: Fact, b: Fact) -> bool:
    return agree(a, b) == agree(b, a)


def low_is_not_above_high(judging: Judge, facts: Iterable[Fact]) -> bool:
    return all(
        verdict.low is verdict.high
        or (
            verdict.low is not None
            and verdict.high is not None
            and as_number(verdict.low) <= as_number(verdict.high)
        )
        for verdict in judging(MEASURES, facts).values()
    )


def every_fact_is_listed_once(judging: Judge, facts: Iterable[Fact]) -> bool:
    listed = [fact for verdict in judging(MEASURES, facts).values() for fact in verdict.all_facts]
    return sorted(listed) == sorted(fact.id for fact in facts)


@pytest.mark.slow
@QUICK
@given(a_shuffle)
def test_the_order_of_the_facts_makes_no_difference(drawn: tuple[tuple[Fact, ...], list[Fact]]) -> None:
    assert order_makes_no_difference(judge, *drawn)


@pytest.mark.slow
def test_a_judge_that_takes_facts_as_they_come_would_be_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docket, "order_of", lambda _: 0)
    find(a_shuffle, lambda drawn: not order_makes_no_difference(judge, *drawn), settings=WITNESS)


@pytest.mark.slow
@QUICK
@given(some_facts(), some_facts(), a_day)
def test_facts_published_later_do_not_change_an_earlier_day(
    facts: tuple[Fact, ...], added: tuple[Fact, ...], on: date
) -> None:
    assert the_past_stays(known_on, facts, added, on)


@pytest.mark.slow
def test_a_day_that_goes_by_as_of_instead_of_publication_would_be_caught() -> None:
    def by_as_of(facts: Iterable[Fact], on: date) -> tuple[Fact, ...]:
        return tuple(fact for fact in facts if fact.as_of.day <= on)

    find(
        st.tuples(some_facts(), some_facts(), a_day),
        lambda drawn: not the_past_stays(by_as_of, *drawn),
        settings=WITNESS,
    )


def later_decisions_change_nothing(known: Known, facts: tuple[Fact, ...], on: date) -> bool:
    before = tuple(
        fact if fact.decided is None or fact.decided <= on else replace(fact, status=None, supersedes=())
        for fact in facts
    )
    return judge(MEASURES, known(facts, on)) == judge(MEASURES, known(before, on))


@pytest.mark.slow
@QUICK
@given(some_facts(), a_day)
def test_decisions_made_later_do_not_change_an_earlier_day(facts: tuple[Fact, ...], on: date) -> None:
    assert later_decisions_change_nothing(known_on, facts, on)


def test_a_day_that_knows_of_later_decisions_would_be_caught() -> None:
    def published_by(facts: Iterable[Fact], on: date) -> tuple[Fact, ...]:
        return tuple(fact for fact in facts if fact.published <= on)

    find(
        st.tuples(some_facts(), a_day),
        lambda drawn: not later_decisions_change_nothing(published_by, *drawn),
        settings=WITNESS,
    )


def what_is_set_aside_weighs_nothing(judging: Judge, facts: tuple[Fact, ...]) -> bool:
    """Without the facts set aside all is the same but what is said about them."""
    superseded = {target for fact in facts for target in fact.supersedes}
    kept = [fact for fact in facts if fact.status is None and fact.id not in superseded]
    kept = [replace(fact, supersedes=()) for fact in kept]
    with_them, without = judging(MEASURES, facts), judging(MEASURES, kept)
    return all(
        (one.low, one.high, one.latest, one.current, one.series)
        == (two.low, two.high, two.latest, two.current, two.series)
        and all(one.by_fact[fact] == two.by_fact[fact] for fact in two.facts)
        for one, two in zip(with_them.values(), without.values(), strict=True)
    )


@pytest.mark.slow
@QUICK
@given(some_facts())
def test_what_an_editor_set_aside_is_shown_and_weighs_nothing(facts: tuple[Fact, ...]) -> None:
    assert what_is_set_aside_weighs_nothing(judge, facts)


def test_a_judge_that_does_not_hear_the_editor_would_be_caught() -> None:
    def deaf(measures: Iterable[Measure], facts: Iterable[Fact]) -> Mapping[str, Verdict]:
        return judge(measures, [replace(fact, status=None, supersedes=()) for fact in facts])

    find(some_facts(), lambda facts: not what_is_set_aside_weighs_nothing(deaf, facts), settings=WITNESS)


def digests_widen_nothing(judging: Judge, facts: tuple[Fact, ...]) -> bool:
    """Where a figure counts, those that do not count change nothing about those that do."""
    counting = [fact for fact in facts if fact.counts]
    names = {FindingName.STALE, FindingName.LOWERED, FindingName.REVISION, FindingName.INCOMPATIBLE}
    with_them, without = judging(MEASURES, facts), judging(MEASURES, counting)
    return all(
        not two.current
        or (
            (one.low, one.high, one.latest, one.current, one.series)
            == (two.low, two.high, two.latest, two.current, two.series)
            and all(
                [found for found in one.by_fact[fact] if found.name in names]
                == [found for found in two.by_fact[fact] if found.name in names]
                for fact in two.facts
            )
        )
        for one, two in zip(with_them.values(), without.values(), strict=True)
    )


def undecided(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(replace(fact, status=None, supersedes=()) for fact in facts)


@pytest.mark.slow
@QUICK
@given(some_facts().map(undecided))
def test_digests_change_nothing_about_figures_that_count(facts: tuple[Fact, ...]) -> None:
    assert digests_widen_nothing(judge, facts)


def test_a_judge_for_whom_every_source_counts_would_be_caught() -> None:
    def trusting(measures: Iterable[Measure], facts: Iterable[Fact]) -> Mapping[str, Verdict]:
        return judge(measures, [replace(fact, counts=True) for fact in facts])

    find(
        some_facts().map(undecided),
        lambda facts: not digests_widen_nothing(trusting, facts),
        settings=WITNESS,
    )


@QUICK
@given(a_fact(), a_fact())
def test_what_is_compatible_one_way_is_compatible_the_other(a: Fact, b: Fact) -> None:
    assert symmetric(compatible, a, b)


@QUICK
@given(two_numbers)
def test_what_meets_one_way_meets_the_other(pair: tuple[Fact, Fact]) -> None:
    assert symmetric(lambda a, b: meet(interval_of(a), interval_of(b)), *pair)


def test_an_interval_that_only_looks_up_would_be_caught() -> None:
    def starts_in_time(a: Fact, b: Fact) -> bool:
        return interval_of(a).low_edge <= interval_of(b).high_edge

    find(two_numbers, lambda pair: not symmetric(starts_in_time, *pair), settings=WITNESS)


@QUICK
@given(a_fact())
def test_every_fact_is_compatible_with_itself(fact: Fact) -> None:
    assert compatible(fact, fact)


def test_an_interval_of_which_no_end_belongs_to_it_would_be_caught() -> None:
    def meets_inside(a: Fact, b: Fact) -> bool:
        return interval_of(a).low_edge < interval_of(b).high_edge

    find(a_fact(NUMBERS), lambda fact: not meets_inside(fact, fact), settings=WITNESS)


@pytest.mark.slow
@QUICK
@given(some_facts())
def test_low_is_never_above_high(facts: tuple[Fact, ...]) -> None:
    assert low_is_not_above_high(judge, facts)


def test_taking_the_first_and_the_last_figure_for_low_and_high_would_be_caught() -> None:
    def first_and_last(measures: Iterable[Measure], facts: Iterable[Fact]) -> Mapping[str, Verdict]:
        figures = {fact.id: fact.printed for fact in facts if kind_of(fact) is MeasureType.NUMBER}
        return {
            id: replace(verdict, low=figures[verdict.current[0]], high=figures[verdict.current[-1]])
            for id, verdict in judge(measures, facts).items()
            if verdict.current and verdict.current[0] in figures
        }

    find(some_facts(), lambda facts: not low_is_not_above_high(first_and_last, facts), settings=WITNESS)


@pytest.mark.slow
@QUICK
@given(some_facts())
def test_every_fact_is_listed_in_exactly_one_verdict_exactly_once(facts: tuple[Fact, ...]) -> None:
    assert every_fact_is_listed_once(judge, facts)


def test_a_verdict_that_drops_what_no_longer_stands_would_be_caught() -> None:
    def current_only(measures: Iterable[Measure], facts: Iterable[Fact]) -> Mapping[str, Verdict]:
        return {
            id: replace(one, facts=one.current, other_units=()) for id, one in judge(measures, facts).items()
        }

    find(some_facts(), lambda facts: not every_fact_is_listed_once(current_only, facts), settings=WITNESS)

"""The editor's word: what was superseded, corrected or retracted is shown and weighs nothing."""

from decimal import Decimal

import pytest

from generator.facts.judge import judge
from generator.facts.known import known_on
from generator.model.verdict import FindingName, Verdict

from .builders import ENTRY, KILLED, about_facts, about_measure, day, documents, said, verdict_on


def names_of(verdict: Verdict, fact: str) -> list[str]:
    return [finding.name.value for finding in verdict.about(fact)]


@pytest.mark.parametrize("status", ["corrected", "retracted"])
def test_a_figure_with_a_status_is_shown_under_that_name_and_does_not_stand(status: str) -> None:
    verdict = verdict_on(KILLED, said(300, "a", status=status, decided=30), said(200, "b", origin="un"))
    assert documents(verdict.facts) == ("b", "a")
    assert about_facts(verdict, status) == {"a": ()}
    assert (documents(verdict.current), verdict.latest) == (("b",), "b#killed")
    assert (verdict.low, verdict.high, list(verdict.series)) == (Decimal(200), Decimal(200), ["un"])
    assert names_of(verdict, "a#killed") == [status]


def test_a_superseded_figure_names_the_one_that_takes_its_place() -> None:
    verdict = verdict_on(KILLED, said(300, "a"), said(200, "b", supersedes=("a",), decided=29))
    assert about_facts(verdict, "superseded") == {"a": ("b",)}
    assert documents(verdict.current) == ("b",)


def test_what_supersedes_a_higher_figure_is_neither_stale_nor_lowered_by_it() -> None:
    higher, again = said(300, "a", as_of=28), said(300, "c", published=30)
    lower = said(200, "b", supersedes=("a", "c"), decided=30)
    assert about_facts(verdict_on(KILLED, higher, lower, again), "stale") == {}
    assert about_facts(verdict_on(KILLED, higher, said(200, "b"), again), "stale") == {"b": ("a",)}


def test_what_supersedes_one_figure_can_fall_behind_another() -> None:
    facts = (said(300, "a", as_of=28), said(250, "d", as_of=28, published=28, key="other"))
    verdict = verdict_on(KILLED, *facts, said(200, "b", supersedes=("a",), decided=29))
    assert about_facts(verdict, "lowered") == {"b": ("d",)}


def test_a_retracted_figure_makes_no_other_one_stale() -> None:
    facts = (said(121, "b"), said(200, "c"))
    assert about_facts(verdict_on(KILLED, said(200, "a", as_of=28), *facts[:1]), "lowered") == {"b": ("a",)}
    retracted = said(200, "a", as_of=28, status="retracted", decided=29)
    verdict = verdict_on(KILLED, retracted, *facts[:1])
    assert about_measure(verdict, "lowered") is about_measure(verdict, "stale") is None


def test_a_retracted_answer_is_neither_contested_nor_does_it_corroborate() -> None:
    yes = said("resisted", "a", measure=ENTRY)
    no = said("unopposed", "b", measure=ENTRY, origin="un", status="retracted", decided=29)
    same = said("resisted", "c", measure=ENTRY, origin="un", status="corrected", decided=29)
    verdict = verdict_on(ENTRY, yes, no, same)
    assert about_measure(verdict, "contested") is about_measure(verdict, "corroborated") is None
    assert about_measure(verdict, "single-origin") is not None
    assert (verdict.documents, verdict.origins) == (3, ("sohr", "un"))


def test_a_chain_leaves_the_last_one_standing() -> None:
    verdict = verdict_on(
        KILLED,
        said(1, "a"),
        said(2, "b", supersedes=("a",), decided=29),
        said(3, "c", supersedes=("b",), decided=29),
    )
    assert about_facts(verdict, "superseded") == {"a": ("b",), "b": ("c",)}
    assert documents(verdict.current) == ("c",)


def test_a_figure_that_names_itself_or_an_unknown_one_supersedes_nothing() -> None:
    verdict = verdict_on(KILLED, said(1, "a", supersedes=("a", "nobody"), decided=29))
    assert about_measure(verdict, "superseded") is None
    assert documents(verdict.current) == ("a",)


def test_the_two_of_a_loop_are_both_set_aside() -> None:
    verdict = verdict_on(
        KILLED, said(1, "a", supersedes=("b",), decided=29), said(2, "b", supersedes=("a",), decided=29)
    )
    assert verdict.current == ()


def test_a_retracted_part_is_no_part() -> None:
    part = said(130, "a", measure=KILLED, key="part")
    assert verdict_on(KILLED, part).current == (part.id,)


def test_before_the_day_of_the_decision_nothing_is_different() -> None:
    facts = (said(300, "a", as_of=28, status="retracted", decided=30), said(200, "b"))
    before = judge([KILLED], known_on(facts, day(29)))[KILLED.id]
    after = judge([KILLED], known_on(facts, day(30)))[KILLED.id]
    assert before == verdict_on(KILLED, said(300, "a", as_of=28), said(200, "b"))
    assert FindingName.LOWERED in before.names
    assert after.names == (FindingName.SINGLE_ORIGIN, FindingName.RETRACTED)

"""Two parties that say what cannot both be true."""

import pytest

from generator.model.fact import Fact
from generator.model.topic import Measure

from .builders import (
    BEGAN,
    ENTRY,
    KILLED,
    SHELTERED,
    about_facts,
    about_measure,
    day,
    documents,
    said,
    verdict_on,
)


def contests(measure: Measure, *facts: Fact) -> set[str]:
    return set(about_facts(verdict_on(measure, *facts), "contested"))


def test_two_origins_with_counts_that_exclude_each_other_contest() -> None:
    verdict = verdict_on(KILLED, said(20, "a"), said(24, "b", origin="un"))
    assert about_facts(verdict, "contested") == {"a": ("b",), "b": ("a",)}
    contested = about_measure(verdict, "contested")
    assert contested is not None
    assert documents(contested.facts) == ("a", "b")


def test_two_origins_with_counts_that_can_both_be_true_do_not_contest() -> None:
    assert contests(KILLED, said(20, "a", qualifier="at-least"), said(24, "b", origin="un")) == set()


def test_one_origin_does_not_contest_itself() -> None:
    assert contests(SHELTERED, said(20, "a", measure=SHELTERED), said(24, "b", measure=SHELTERED)) == set()


def test_a_lower_count_of_an_earlier_day_is_explained_by_time() -> None:
    assert contests(KILLED, said(20, "a", as_of=28), said(24, "b", origin="un")) == set()


def test_a_lower_count_of_a_later_day_is_not_explained_by_time() -> None:
    assert contests(KILLED, said(20, "a"), said(24, "b", as_of=28, origin="un")) == {"a", "b"}


def test_other_numbers_contest_only_for_the_same_day() -> None:
    here = said(20, "a", measure=SHELTERED)
    for as_of, expected in ((28, set()), (29, {"a", "b"}), (30, set())):
        assert (
            contests(SHELTERED, here, said(24, "b", as_of=as_of, measure=SHELTERED, origin="un")) == expected
        )


@pytest.mark.parametrize("as_of", [28, 29, 30])
def test_days_and_choices_contest_whatever_day_they_are_for(as_of: int) -> None:
    began = (said(day(27), "a", measure=BEGAN), said(day(28), "b", measure=BEGAN, as_of=as_of, origin="un"))
    entry = (
        said("resisted", "a", measure=ENTRY),
        said("unopposed", "b", measure=ENTRY, as_of=as_of, origin="un"),
    )
    assert contests(BEGAN, *began) == contests(ENTRY, *entry) == {"a", "b"}


def test_equal_days_and_choices_do_not_contest() -> None:
    began = (said(day(27), "a", measure=BEGAN), said(day(27), "b", measure=BEGAN, origin="un"))
    entry = (said("resisted", "a", measure=ENTRY), said("resisted", "b", measure=ENTRY, origin="un"))
    assert contests(BEGAN, *began) == contests(ENTRY, *entry) == set()


def test_an_unnamed_origin_contests_a_named_one_and_another_unnamed_one() -> None:
    assert contests(KILLED, said(20, "a", origin=None), said(24, "b")) == {"a", "b"}
    assert contests(KILLED, said(20, "a", origin=None), said(24, "b", origin=None)) == {"a", "b"}


def test_a_document_that_says_both_without_naming_anyone_contests_itself() -> None:
    both = (said(20, "a", origin=None), said(24, "a", origin=None, key="again"))
    contested = about_measure(verdict_on(KILLED, *both), "contested")
    assert contested is not None
    assert contested.facts == ("a#killed", "a#again")


def test_a_figure_that_was_replaced_contests_nothing() -> None:
    facts = (said(20, "a", as_of=28), said(30, "b"), said(25, "c", origin="un", as_of=27))
    assert contests(KILLED, *facts) == set()


def test_a_source_that_does_not_count_contests_nothing() -> None:
    assert contests(KILLED, said(20, "a"), said(24, "b", origin="un", counts=False)) == set()


def test_between_lower_and_higher_ones_a_fact_names_the_furthest_of_both() -> None:
    facts = [said(number, f"n{number}", origin=None) for number in (10, 20, 30, 40, 50)]
    assert about_facts(verdict_on(KILLED, *facts), "contested")["n30"] == ("n10", "n50")


def test_the_furthest_one_being_of_the_same_origin_does_not_hide_the_next() -> None:
    facts = (
        said(10, "a", measure=SHELTERED),
        said(50, "b", measure=SHELTERED),
        said(40, "c", measure=SHELTERED, origin="un"),
    )
    assert about_facts(verdict_on(SHELTERED, *facts), "contested") == {
        "a": ("c",),
        "b": ("c",),
        "c": ("a", "b"),
    }

"""An old figure printed late, and an origin that goes back on a higher one."""

import pytest

from generator.model.fact import Fact
from generator.model.topic import Measure
from generator.model.verdict import Verdict

from .builders import BEGAN, KILLED, SHELTERED, about_facts, about_measure, day, documents, said, verdict_on


def killed(*facts: Fact) -> Verdict:
    return verdict_on(KILLED, *facts)


def test_a_lower_number_on_a_later_day_is_stale_if_another_document_still_has_the_higher_one() -> None:
    verdict = killed(said(200, "a", as_of=28), said(121, "b"), said(200, "c"))
    assert about_facts(verdict, "stale") == {"b": ("a",)}
    assert about_facts(verdict, "lowered") == {}


def test_a_lower_number_that_nothing_later_contradicts_is_lowered() -> None:
    verdict = killed(said(200, "a", as_of=28), said(121, "b"))
    assert about_facts(verdict, "lowered") == {"b": ("a",)}
    assert about_facts(verdict, "stale") == {}


def test_the_document_itself_cannot_show_that_its_figure_is_stale() -> None:
    verdict = killed(said(200, "a", as_of=28), said(121, "b"), said(200, "b", key="again"))
    lowered = about_measure(verdict, "lowered")
    assert lowered is not None
    assert documents(lowered.facts) == ("a", "b")
    assert about_measure(verdict, "stale") is None


def test_a_document_published_before_does_not_take_the_higher_number_up() -> None:
    verdict = killed(said(200, "a", as_of=27), said(210, "b", as_of=28), said(121, "c", as_of=29))
    assert about_facts(verdict, "lowered") == {"c": ("b",)}


def test_a_document_published_later_with_a_still_higher_number_takes_it_up() -> None:
    verdict = killed(said(200, "a", as_of=28), said(121, "b"), said(300, "c", as_of=30))
    assert about_facts(verdict, "stale") == {"b": ("a",)}


def test_the_highest_number_that_is_taken_up_is_named() -> None:
    verdict = killed(
        said(300, "too-high", as_of=26),
        said(200, "a", as_of=27),
        said(200, "b", as_of=28),
        said(121, "c"),
        said(210, "d", as_of=30),
    )
    assert about_facts(verdict, "stale") == {"c": ("a",)}


def test_a_higher_number_of_another_origin_makes_nothing_stale() -> None:
    verdict = killed(said(200, "a", as_of=28, origin="un"), said(121, "b"), said(200, "c", origin="un"))
    assert about_facts(verdict, "stale") == about_facts(verdict, "lowered") == {}


def test_a_fact_without_an_origin_is_never_stale() -> None:
    verdict = killed(said(200, "a", as_of=28), said(121, "b", origin=None), said(200, "c"))
    assert about_facts(verdict, "stale") == {}


def test_for_one_as_of_day_the_figure_published_later_is_behind() -> None:
    verdict = killed(
        said(200, "a", qualifier="at-least"),
        said(121, "b", published=30, qualifier="at-least"),
        said(200, "c", published=30),
    )
    assert about_facts(verdict, "stale") == {"b": ("a",)}


def test_the_figure_published_first_is_not_behind_a_later_one_for_the_same_day() -> None:
    verdict = killed(said(121, "a"), said(200, "b", published=30))
    assert about_facts(verdict, "stale") == {}


def test_of_two_counts_of_one_day_that_exclude_each_other_the_lower_is_the_older() -> None:
    assert about_facts(killed(said(24, "a"), said(20, "b")), "stale") == {"b": ("a",)}


def test_of_two_counts_of_one_day_that_can_both_be_true_none_is_stale() -> None:
    verdict = killed(said(242, "a", qualifier="at-least"), said(240, "b", qualifier="at-least"))
    assert about_facts(verdict, "stale") == about_facts(verdict, "lowered") == {}


def test_a_lowest_count_of_the_day_does_not_make_the_others_exclude_each_other() -> None:
    verdict = killed(said(20, "a"), said(30, "b", qualifier="at-least"), said(40, "c", qualifier="at-least"))
    assert about_facts(verdict, "stale") == {"a": ("c",)}


def test_a_range_that_ends_on_the_other_count_of_the_day_is_not_stale() -> None:
    assert about_facts(killed(said((20, 24), "a"), said(24, "b")), "stale") == {}
    assert about_facts(killed(said((20, 23), "a"), said(24, "b")), "stale") == {"a": ("b",)}


def test_equal_numbers_are_not_stale_however_they_are_hedged() -> None:
    verdict = killed(said(200, "a", as_of=28, qualifier="more-than"), said(200, "b"), said(200, "c"))
    assert about_facts(verdict, "stale") == {}


@pytest.mark.parametrize("measure", [SHELTERED, BEGAN])
def test_only_a_cumulative_number_can_be_stale(measure: Measure) -> None:
    high, low = (200, 121) if measure is SHELTERED else (day(28), day(27))
    verdict = verdict_on(
        measure,
        said(high, "a", as_of=28, measure=measure),
        said(low, "b", measure=measure),
        said(high, "c", measure=measure),
    )
    assert about_facts(verdict, "stale") == about_facts(verdict, "lowered") == {}

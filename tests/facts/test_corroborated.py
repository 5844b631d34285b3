"""Who else says so, and how many there are."""

from .builders import BEGAN, ENTRY, KILLED, about_facts, about_measure, day, documents, said, verdict_on


def test_two_origins_that_agree_for_a_day_corroborate_each_other() -> None:
    verdict = verdict_on(KILLED, said(200, "a", qualifier="about"), said(210, "b", origin="un"))
    assert about_facts(verdict, "corroborated") == {"a": ("b",), "b": ("a",)}


def test_whoever_agrees_is_named_for_every_day() -> None:
    facts = [
        said(100, name, origin=name, as_of=on) for name, on in zip("abcd", (27, 27, 29, 29), strict=True)
    ]
    verdict = verdict_on(KILLED, *facts)
    assert about_facts(verdict, "corroborated") == {"a": ("b",), "b": ("a",), "c": ("d",), "d": ("c",)}


def test_two_origins_that_exclude_each_other_do_not_corroborate() -> None:
    verdict = verdict_on(KILLED, said(200, "a"), said(210, "b", origin="un"))
    assert about_measure(verdict, "corroborated") is None


def test_two_documents_with_one_origin_do_not_corroborate() -> None:
    verdict = verdict_on(KILLED, said(200, "a"), said(200, "b"))
    assert about_measure(verdict, "corroborated") is None
    assert about_measure(verdict, "single-origin") is not None


def test_an_unnamed_origin_does_not_corroborate() -> None:
    verdict = verdict_on(KILLED, said(200, "a"), said(200, "b", origin=None), said(200, "c", origin=None))
    assert about_measure(verdict, "corroborated") is None


def test_a_source_that_does_not_count_does_not_corroborate() -> None:
    verdict = verdict_on(KILLED, said(200, "a"), said(200, "b", origin="un", counts=False))
    assert about_measure(verdict, "corroborated") is None
    assert verdict.origins == ("sohr", "un")


def test_numbers_for_different_days_do_not_corroborate() -> None:
    verdict = verdict_on(KILLED, said(200, "a", as_of=28), said(200, "b", origin="un"))
    assert about_measure(verdict, "corroborated") is None


def test_days_and_choices_corroborate_whatever_day_they_are_for() -> None:
    began = (said(day(27), "a", measure=BEGAN, as_of=28), said(day(27), "b", measure=BEGAN, origin="un"))
    entry = (
        said("resisted", "a", measure=ENTRY, as_of=28),
        said("resisted", "b", measure=ENTRY, origin="un"),
    )
    for verdict in (verdict_on(BEGAN, *began), verdict_on(ENTRY, *entry)):
        assert about_facts(verdict, "corroborated") == {"a": ("b",), "b": ("a",)}


def test_a_figure_that_was_replaced_does_not_corroborate() -> None:
    verdict = verdict_on(KILLED, said(200, "a"), said(200, "b", origin="un"), said(240, "c", as_of=30))
    assert about_measure(verdict, "corroborated") is None


def test_a_measure_may_be_both_corroborated_and_contested() -> None:
    verdict = verdict_on(KILLED, said(200, "a"), said(200, "b", origin="un"), said(300, "c", origin="msf"))
    assert set(about_facts(verdict, "corroborated")) == {"a", "b"}
    assert set(about_facts(verdict, "contested")) == {"a", "b", "c"}


def test_one_named_origin_is_single_even_beside_unattributed_facts() -> None:
    verdict = verdict_on(KILLED, said(200, "a"), said(200, "b", origin=None))
    single = about_measure(verdict, "single-origin")
    assert single is not None
    assert documents(single.facts) == ("a",)
    assert about_facts(verdict, "single-origin") == {}


def test_two_named_origins_or_none_are_not_a_single_one() -> None:
    two = verdict_on(KILLED, said(200, "a"), said(200, "b", origin="un"))
    none = verdict_on(KILLED, said(200, "a", origin=None))
    assert about_measure(two, "single-origin") is about_measure(none, "single-origin") is None


def test_a_fact_without_an_origin_is_unattributed_and_one_with_an_origin_is_not() -> None:
    verdict = verdict_on(KILLED, said(200, "a"), said(200, "b", origin=None))
    assert about_facts(verdict, "unattributed") == {"b": ()}
    assert about_measure(verdict_on(KILLED, said(200, "a")), "unattributed") is None


def test_confirmed_by_others_is_too_high_a_grade_for_one_origin_or_none() -> None:
    assert about_facts(verdict_on(KILLED, said(200, "a", credibility=1)), "grade-too-high") == {"a": ()}
    unnamed = verdict_on(KILLED, said(200, "a", credibility=1, origin=None))
    assert about_facts(unnamed, "grade-too-high") == {"a": ()}


def test_confirmed_by_others_is_no_fault_with_two_origins_nor_is_a_lower_grade() -> None:
    two = verdict_on(KILLED, said(200, "a", credibility=1), said(200, "b", origin="un"))
    lower = verdict_on(KILLED, said(200, "a", credibility=2))
    assert about_measure(two, "grade-too-high") is about_measure(lower, "grade-too-high") is None

"""An origin that gives a new figure, or two at once."""

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


def test_a_higher_count_on_a_later_day_is_a_revision() -> None:
    verdict = verdict_on(KILLED, said(240, "b"), said(200, "a", as_of=28), said(277, "c", as_of=30))
    assert about_facts(verdict, "revision") == {"b": ("a",), "c": ("b",)}
    revision = about_measure(verdict, "revision")
    assert revision is not None
    assert documents(revision.facts) == ("a", "b", "c")


def test_the_same_figure_again_is_no_revision_however_it_is_hedged() -> None:
    verdict = verdict_on(KILLED, said(200, "a", as_of=28), said(200, "b", qualifier="at-least"))
    assert about_measure(verdict, "revision") is None
    assert documents(verdict.series["sohr"]) == ("a",)


def test_a_figure_of_another_origin_revises_nothing() -> None:
    verdict = verdict_on(KILLED, said(200, "a", as_of=28), said(240, "b", origin="un"))
    assert about_measure(verdict, "revision") is None
    assert list(verdict.series) == ["sohr", "un"]


def test_an_unattributed_figure_revises_nothing() -> None:
    verdict = verdict_on(KILLED, said(200, "a", as_of=28, origin=None), said(240, "b", origin=None))
    assert about_measure(verdict, "revision") is None
    assert verdict.series == {}


def test_a_stale_figure_is_left_out_of_the_series_and_a_lowered_one_is_not() -> None:
    stale = verdict_on(KILLED, said(200, "a", as_of=28), said(121, "b"), said(240, "c", as_of=30))
    lowered = verdict_on(KILLED, said(200, "a", as_of=28), said(121, "b"), said(130, "c", as_of=30))
    assert documents(stale.series["sohr"]) == ("a", "c")
    assert documents(lowered.series["sohr"]) == ("a", "b", "c")


def test_a_lowered_count_is_no_revision_and_a_higher_one_after_it_is() -> None:
    lowered = verdict_on(KILLED, said(200, "a", as_of=28), said(121, "b"))
    assert about_facts(lowered, "lowered") == {"b": ("a",)}
    assert about_measure(lowered, "revision") is None
    risen = verdict_on(KILLED, said(200, "a", as_of=28), said(121, "b"), said(210, "c", as_of=30))
    assert about_facts(risen, "revision") == {"c": ("a",)}


def test_a_number_that_may_fall_is_revised_by_a_lower_one_of_a_later_day() -> None:
    verdict = verdict_on(
        SHELTERED, said(50, "a", as_of=28, measure=SHELTERED), said(40, "b", measure=SHELTERED)
    )
    assert about_facts(verdict, "revision") == {"b": ("a",)}


def test_two_figures_of_one_day_are_incompatible_and_no_revision() -> None:
    verdict = verdict_on(
        SHELTERED, said(50, "a", measure=SHELTERED), said(40, "b", published=30, measure=SHELTERED)
    )
    assert about_measure(verdict, "revision") is None
    assert about_facts(verdict, "incompatible") == {"a": ("b",), "b": ("a",)}


def test_a_day_that_still_gives_the_old_figure_changes_nothing_yet() -> None:
    facts = [
        said(50, "a", as_of=28, measure=SHELTERED),
        said(40, "b", measure=SHELTERED),
        said(50, "c", measure=SHELTERED),
    ]
    assert documents(verdict_on(SHELTERED, *facts).series["sohr"]) == ("a",)
    facts.append(said(40, "d", as_of=30, measure=SHELTERED))
    assert documents(verdict_on(SHELTERED, *facts).series["sohr"]) == ("a", "d")


def test_the_first_figure_of_a_day_is_the_change() -> None:
    facts = [said(50, "a", as_of=28, measure=SHELTERED)]
    facts += [said(70, "c", measure=SHELTERED), said(60, "b", measure=SHELTERED)]
    assert documents(verdict_on(SHELTERED, *facts).series["sohr"]) == ("a", "b")


def test_days_and_choices_are_revised_by_a_later_day_too() -> None:
    began = verdict_on(BEGAN, said(day(28), "a", as_of=28, measure=BEGAN), said(day(27), "b", measure=BEGAN))
    entry = verdict_on(
        ENTRY, said("resisted", "a", as_of=28, measure=ENTRY), said("unopposed", "b", measure=ENTRY)
    )
    assert about_facts(began, "revision") == about_facts(entry, "revision") == {"b": ("a",)}


def test_a_higher_count_published_later_for_the_same_day_is_a_revision_and_not_incompatible() -> None:
    verdict = verdict_on(KILLED, said(20, "a"), said(24, "b", published=30))
    assert about_facts(verdict, "revision") == {"b": ("a",)}
    assert about_measure(verdict, "incompatible") is None


def test_one_count_with_hedges_that_exclude_each_other_is_incompatible_whenever_it_is_published() -> None:
    verdict = verdict_on(
        KILLED,
        said(20, "a", qualifier="fewer-than"),
        said(20, "b", published=30, qualifier="more-than"),
    )
    assert about_facts(verdict, "incompatible") == {"a": ("b",), "b": ("a",)}
    assert documents(verdict.current) == ("a", "b")


def test_two_figures_of_one_day_that_can_both_be_true_are_not_incompatible() -> None:
    verdict = verdict_on(
        SHELTERED, said(50, "a", measure=SHELTERED), said(40, "b", measure=SHELTERED, qualifier="more-than")
    )
    assert about_measure(verdict, "incompatible") is None


def test_figures_of_two_days_are_not_incompatible() -> None:
    verdict = verdict_on(
        SHELTERED, said(50, "a", as_of=28, measure=SHELTERED), said(40, "b", measure=SHELTERED)
    )
    assert about_measure(verdict, "incompatible") is None


def test_figures_of_two_origins_are_not_incompatible() -> None:
    verdict = verdict_on(
        SHELTERED, said(50, "a", measure=SHELTERED), said(40, "b", measure=SHELTERED, origin="un")
    )
    assert about_measure(verdict, "incompatible") is None


def test_a_stale_or_lowered_figure_is_not_incompatible_as_well() -> None:
    stale = verdict_on(KILLED, said(24, "a"), said(20, "b"))
    lowered = verdict_on(KILLED, said(24, "a"), said(20, "a", key="again"))
    assert about_measure(stale, "incompatible") is about_measure(lowered, "incompatible") is None


def test_an_incompatible_figure_names_the_furthest_on_either_side() -> None:
    facts = (said(number, f"n{number}", measure=SHELTERED) for number in (10, 20, 30, 40, 50))
    assert about_facts(verdict_on(SHELTERED, *facts), "incompatible")["n30"] == ("n10", "n50")

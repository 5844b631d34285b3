"""Which figures stand, how far they reach, and which is the latest."""

from decimal import Decimal

from .builders import BEGAN, ENTRY, KILLED, SHELTERED, day, documents, said, verdict_on


def test_a_later_figure_replaces_the_earlier_one_of_its_origin() -> None:
    verdict = verdict_on(KILLED, said(200, "a", as_of=28), said(240, "b"))
    assert documents(verdict.current) == ("b",)
    assert (verdict.low, verdict.high) == (Decimal(240), Decimal(240))


def test_a_later_figure_does_not_replace_that_of_another_origin() -> None:
    verdict = verdict_on(KILLED, said(200, "a", as_of=28), said(240, "b", origin="un"))
    assert documents(verdict.current) == ("a", "b")
    assert (verdict.low, verdict.high) == (Decimal(200), Decimal(240))


def test_every_sighting_of_the_last_figure_stands() -> None:
    verdict = verdict_on(
        KILLED, said(200, "a", as_of=28), said(240, "b"), said(240, "c", qualifier="at-least")
    )
    assert documents(verdict.current) == ("b", "c")


def test_a_stale_figure_does_not_stand_and_a_lowered_one_does() -> None:
    stale = verdict_on(KILLED, said(200, "a", as_of=28), said(121, "b"), said(200, "c"))
    lowered = verdict_on(KILLED, said(200, "a", as_of=28), said(121, "b"))
    assert documents(stale.current) == ("a", "c")
    assert documents(lowered.current) == ("b",)


def test_unattributed_figures_always_stand() -> None:
    verdict = verdict_on(KILLED, said(200, "a", as_of=28, origin=None), said(240, "b", origin=None))
    assert documents(verdict.current) == ("a", "b")


def test_what_clashes_with_the_last_figure_for_its_day_stands_beside_it() -> None:
    verdict = verdict_on(
        SHELTERED,
        said(50, "a", as_of=28, measure=SHELTERED),
        said(60, "b", measure=SHELTERED),
        said(70, "c", measure=SHELTERED),
    )
    assert documents(verdict.current) == ("b", "c")


def test_what_clashed_on_an_earlier_day_is_replaced() -> None:
    facts = [said(60, "b", measure=SHELTERED), said(70, "c", measure=SHELTERED)]
    facts.append(said(80, "d", as_of=30, measure=SHELTERED))
    assert documents(verdict_on(SHELTERED, *facts).current) == ("d",)


def test_a_higher_count_published_later_for_the_same_day_replaces_the_one_before() -> None:
    clashing = verdict_on(KILLED, said(20, "a"), said(24, "b", published=30))
    agreeing = verdict_on(KILLED, said(20, "a", qualifier="at-least"), said(24, "b", published=30))
    assert documents(clashing.current) == documents(agreeing.current) == ("b",)


def test_low_and_high_use_both_ends_of_a_range_in_whatever_order() -> None:
    verdict = verdict_on(KILLED, said((300, 100), "a"), said(150, "b", origin="un"))
    assert (verdict.low, verdict.high) == (Decimal(100), Decimal(300))


def test_low_and_high_are_printed_figures_not_what_the_hedge_allows() -> None:
    verdict = verdict_on(
        KILLED, said(200, "a", qualifier="about"), said(210, "b", qualifier="at-least", origin="un")
    )
    assert (verdict.low, verdict.high) == (Decimal(200), Decimal(210))


def test_low_and_high_of_a_day_are_days_and_a_choice_has_none() -> None:
    began = verdict_on(
        BEGAN, said(day(28), "a", measure=BEGAN), said(day(27), "b", measure=BEGAN, origin=None)
    )
    entry = verdict_on(ENTRY, said("resisted", "a", measure=ENTRY))
    assert (began.low, began.high) == (day(27), day(28))
    assert (entry.low, entry.high, entry.latest) == (None, None, "a#entry")


def test_the_latest_is_for_the_latest_day_then_the_last_published() -> None:
    facts = (
        said(1, "a", published=31),
        said(1, "b", as_of=30, published=30),
        said(1, "c", as_of=30, published=31),
    )
    assert verdict_on(KILLED, *facts).latest == "c#killed"


def test_of_equally_late_facts_a_named_origin_then_the_higher_then_the_smaller_id_is_latest() -> None:
    unnamed, low, high, twin = (
        said(9, "a", origin=None),
        said(5, "b", origin="un"),
        said(7, "d", origin="sohr"),
        said(7, "c", origin="msf"),
    )
    assert verdict_on(KILLED, unnamed, low).latest == low.id
    assert verdict_on(KILLED, unnamed, low, high).latest == high.id
    assert verdict_on(KILLED, unnamed, low, high, twin).latest == twin.id

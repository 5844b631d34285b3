"""Which values a hedged figure allows."""

from decimal import Decimal

import pytest

from generator.facts.interval import Interval, compatible, interval_of, meet

from .builders import BEGAN, ENTRY, day, said

D = Decimal


def ordinal(number: int | None) -> Decimal | None:
    return None if number is None else D(day(number).toordinal())


@pytest.mark.parametrize(
    ("qualifier", "interval"),
    [
        ("exactly", Interval(D(200), D(200))),
        ("at-least", Interval(D(200), None)),
        ("more-than", Interval(D(200), None, low_open=True)),
        ("about", Interval(D(180), D(220))),
        ("almost", Interval(D(180), D(200), high_open=True)),
        ("up-to", Interval(None, D(200))),
        ("fewer-than", Interval(None, D(200), high_open=True)),
    ],
)
def test_each_qualifier_has_its_interval(qualifier: str, interval: Interval) -> None:
    assert interval_of(said(200, "a", qualifier=qualifier)) == interval


def test_below_zero_the_ends_are_swapped() -> None:
    assert interval_of(said(-10, "a", qualifier="about")) == Interval(D(-11), D(-9))
    assert interval_of(said(-10, "a", qualifier="almost")) == Interval(D(-10), D(-9), low_open=True)


def test_almost_one_is_less_than_one() -> None:
    assert interval_of(said(1, "a", qualifier="almost")) == Interval(D("0.9"), D(1), high_open=True)


def test_almost_nothing_is_nothing() -> None:
    assert interval_of(said(0, "a", qualifier="almost")) == Interval(D(0), D(0))


def test_a_range_is_taken_as_printed_and_its_ends_are_put_right() -> None:
    assert interval_of(said((100, 150), "a", qualifier="about")) == Interval(D(100), D(150))
    assert interval_of(said((150, 100), "a")) == Interval(D(100), D(150))


def test_forty_digits_stay_exact() -> None:
    n = 10**39 + 1
    about = interval_of(said(n, "a", qualifier="about"))
    assert (about.low, about.high) == (D(f"9{'0' * 38}.9"), D(f"11{'0' * 37}1.1"))
    assert not compatible(said(n, "a"), said(n + 1, "b"))


@pytest.mark.parametrize(
    ("qualifier", "low", "high"),
    [
        ("exactly", 28, 28),
        ("about", 27, 29),
        ("almost", 27, 27),
        ("at-least", 28, None),
        ("more-than", 29, None),
        ("up-to", None, 28),
        ("fewer-than", None, 27),
    ],
)
def test_a_date_is_counted_in_whole_days(qualifier: str, low: int | None, high: int | None) -> None:
    interval = interval_of(said(day(28), "a", measure=BEGAN, qualifier=qualifier))
    assert interval == Interval(ordinal(low), ordinal(high))


def test_no_day_lies_between_two_neighbouring_days() -> None:
    after = said(day(28), "a", measure=BEGAN, qualifier="more-than")
    before = said(day(29), "b", measure=BEGAN, qualifier="fewer-than")
    assert not compatible(after, before)


def test_a_choice_has_no_interval() -> None:
    with pytest.raises(TypeError, match="resisted"):
        interval_of(said("resisted", "a", measure=ENTRY))


def test_choices_are_compatible_only_if_equal() -> None:
    resisted, again = said("resisted", "a", measure=ENTRY), said("resisted", "b", measure=ENTRY)
    unopposed = said("unopposed", "c", measure=ENTRY)
    assert compatible(resisted, again)
    assert not compatible(resisted, unopposed)


def test_a_number_and_a_day_are_never_compatible() -> None:
    assert not compatible(said(day(28).toordinal(), "a"), said(day(28), "b", measure=BEGAN))


def test_intervals_that_touch_meet_only_where_both_ends_belong_to_them() -> None:
    assert meet(Interval(D(1), D(2)), Interval(D(2), D(3)))
    assert not meet(Interval(D(1), D(2)), Interval(D(2), D(3), low_open=True))
    assert not meet(Interval(D(1), D(2), high_open=True), Interval(D(2), D(3)))


def test_an_interval_without_ends_meets_every_other() -> None:
    assert meet(Interval(None, None), Interval(D(1), D(2)))
    assert not meet(Interval(None, D(1)), Interval(D(2), None))


def test_how_sure_the_as_of_day_is_makes_no_difference() -> None:
    assert interval_of(said(5, "a", approximate=True)) == interval_of(said(5, "a"))

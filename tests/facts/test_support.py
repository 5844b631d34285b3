"""Whether a takeaway rests on the facts that it names."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from generator.facts.support import Support, support_of, unmatched
from generator.model.fact import AsOf, Fact

DAY = date(2024, 11, 29)
TOLL = Fact(
    id="edge#killed",
    measure="war/killed",
    document="edge",
    source="paper",
    published=DAY,
    as_of=AsOf(DAY),
    value=Decimal(242),
)
RANGE = replace(TOLL, id="edge#range", value=None, low=Decimal(200), high=Decimal(240))
BEGAN = replace(TOLL, id="edge#began", value=DAY)


def claimed(*numbers: int) -> list[set[Decimal]]:
    return [{Decimal(number)} for number in numbers]


def test_a_takeaway_without_facts_is_bare_and_with_a_number_unmatched():
    assert support_of([], []) is Support.BARE
    assert support_of(claimed(242), []) is Support.UNMATCHED


def test_every_number_must_be_a_value_of_some_fact_or_an_end_of_its_range():
    assert support_of(claimed(242, 200, 240), [TOLL, RANGE]) is Support.SUPPORTED
    assert support_of(claimed(242, 220), [TOLL, RANGE]) is Support.UNMATCHED
    assert unmatched(claimed(242, 220), [TOLL, RANGE]) == (1,)


def test_any_reading_of_a_number_will_do_and_a_day_is_no_number():
    assert support_of([{Decimal(1), Decimal(242)}], [TOLL]) is Support.SUPPORTED
    assert support_of(claimed(29), [BEGAN]) is Support.UNMATCHED
    assert support_of([], [BEGAN]) is Support.SUPPORTED


def test_a_number_below_zero_is_said_without_its_sign():
    assert support_of(claimed(3), [replace(TOLL, value=Decimal(-3))]) is Support.SUPPORTED

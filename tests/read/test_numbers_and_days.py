"""A number and a day have one form each, and every other form is told how to become it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.fact import AsOf
from generator.model.written.days import as_of_of, day_of
from generator.model.written.mistake import Mistake
from generator.model.written.numbers import number_of

PLAIN = "write digits only, with a point before decimals: 1500 or 1.5"
EXPONENT = "the exponent may go from -30 to 30"


@pytest.mark.parametrize("text", ["0", "-1", "121", "0.5", "-0.25", "1e3", "2.5E-7", "1e30", "9" * 60])
def test_a_plain_number_is_kept_exactly(text):
    assert str(number_of(text)) == str(Decimal(text))


def test_zero_has_no_sign():
    assert str(number_of("-0.0")) == "0.0"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("NaN", PLAIN),
        ("inf", PLAIN),
        ("-inf", PLAIN),
        (".inf", PLAIN),
        ("½", PLAIN),
        ("∞", PLAIN),
        ("0x1F", PLAIN),
        ("12:30:45", PLAIN),
        ("3-", PLAIN),
        ("1.500,00", PLAIN),
        ("--1", PLAIN),
        ("1e", PLAIN),
        ("1e400", EXPONENT),
        ("1e31", EXPONENT),
        ("1e-31", EXPONENT),
        ("1e999999999", EXPONENT),
        ("010", "write 10, without the zero in front"),
        ("-007", "write -7, without the zero in front"),
        ("00", "write 0, without the zero in front"),
        ("+5", "write 5, without the plus"),
        ("1_000", "write 1000, without marks between the digits"),
        ("1 000 000", "write 1000000, without marks between the digits"),
        ("1'000", "write 1000, without marks between the digits"),
        ("1,5", "write 1.5, with a point before the decimals"),
        ("1,500", "write 1500, without a comma; decimals stand after a point"),
        (".5", "write 0.5"),
        ("١٢١", "write 121 in the digits 0 to 9"),
        ("１２１", "write 121 in the digits 0 to 9"),
        ("9-12", "write low: 9 and high: 12 in place of value"),
        ("9 to 12", "write low: 9 and high: 12 in place of value"),
        ("about 200", "write 200, and qualifier: about on a line of its own"),
        (">200", "write 200, and qualifier: more-than on a line of its own"),
        (">=200", "write 200, and qualifier: at-least on a line of its own"),
        ("242 dead", "write 242; the unit stands in the topic"),
        ("5%", "write 5; the unit stands in the topic"),
    ],
)
def test_another_form_is_told_how_to_become_a_number(text, hint):
    with pytest.raises(Mistake) as caught:
        number_of(text)
    said = (caught.value.code, caught.value.message, caught.value.hint)
    assert said == ("not-a-number", f'"{text}" is not a number that can be read', hint)


def test_a_number_may_have_60_characters():
    with pytest.raises(Mistake) as caught:
        number_of("9" * 5000)
    said = (caught.value.message, caught.value.hint)
    assert said == ("this number is too long", "a number may have 60 characters")


@pytest.mark.slow
@given(st.text() | st.text(alphabet="0123456789eE+-.,_ ٣", max_size=12))
def test_what_is_accepted_as_a_number_is_finite_and_ascii(text):
    try:
        number = number_of(text)
    except Mistake:
        return
    assert number.is_finite()
    assert text.strip().isascii()
    assert len(f"{number:f}") < 100


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**15), max_value=10**15))
def test_every_plain_decimal_is_accepted(number):
    assert number_of(f"{number:f}") == number


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("2026-2-3", '"2026-2-3" is not a date', "write 2026-02-03"),
        ("2026/02/03", '"2026/02/03" is not a date', "write 2026-02-03"),
        ("20260203", '"20260203" is not a date', "write 2026-02-03"),
        ("03/02/2026", '"03/02/2026" is not a date', "write year, month and day: 2024-11-29"),
        ("29 November", '"29 November" is not a date', "write year, month and day: 2024-11-29"),
        ("٢٠٢٤-١١-٢٩", '"٢٠٢٤-١١-٢٩" is not a date', "write year, month and day: 2024-11-29"),
        (
            "2024-11-29T23:30:00+14:00",
            '"2024-11-29T23:30:00+14:00" is not a date',
            "write only the day: 2024-11-29",
        ),
        ("2023-02-29", "the calendar has no day 2023-02-29", "check the month and the day"),
        ("2024-13-01", "the calendar has no day 2024-13-01", "check the month and the day"),
        ("0024-11-29", '"0024-11-29" is not a date of this archive', "the year may go from 1000 to 2999"),
        ("9999-12-31", '"9999-12-31" is not a date of this archive', "the year may go from 1000 to 2999"),
    ],
)
def test_another_form_is_told_how_to_become_a_day(text, message, hint):
    with pytest.raises(Mistake) as caught:
        day_of(text)
    assert (caught.value.code, caught.value.message, caught.value.hint) == ("not-a-date", message, hint)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_every_day_of_the_calendar_is_accepted(day):
    assert day_of(day.isoformat()) == day


@pytest.mark.parametrize(
    ("mark", "uncertain", "approximate"),
    [("", False, False), ("?", True, False), ("~", False, True), ("%", True, True)],
)
def test_an_as_of_says_how_sure_it_is(mark, uncertain, approximate):
    assert as_of_of(f"2024-11-29{mark}") == AsOf(date(2024, 11, 29), uncertain, approximate)


def test_an_as_of_has_one_mark_at_most():
    with pytest.raises(Mistake):
        as_of_of("2024-11-29?~")

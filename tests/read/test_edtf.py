"""Days with what EDTF says around them: uncertain, approximate, from, up to, from and to."""

from datetime import date

import pytest
from hypothesis import find, given
from hypothesis import strategies as st
from reading import read_with, told

from generator.model.fact import AsOf
from generator.model.written.days import as_of_of
from generator.model.written.mistake import Mistake
from generator.words.days import as_of_text

FROM, TO = date(2024, 11, 27), date(2024, 11, 29)
ENDS = "write the first and the last day: 2024-11-27/2024-11-29, with .. for an end that is open"

days = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))
single = st.builds(AsOf, days, st.booleans(), st.booleans())
since = days.map(lambda day: AsOf(day, start=day))
until = days.map(lambda day: AsOf(day, end=day))
closed = st.tuples(days, days).map(sorted).map(lambda ends: AsOf(ends[1], start=ends[0], end=ends[1]))
as_ofs = single | since | until | closed


def read_again(as_of: AsOf) -> bool:
    return as_of_of(as_of.edtf) == as_of


@pytest.mark.slow
@given(as_ofs)
def test_what_is_written_is_read_as_the_same(as_of):
    assert read_again(as_of)


def test_a_form_that_forgets_the_first_day_would_be_caught(monkeypatch):
    monkeypatch.setattr(AsOf, "edtf", property(lambda self: self.day.isoformat()))
    find(as_ofs, lambda as_of: not read_again(as_of))


@pytest.mark.parametrize(
    ("typed", "as_of"),
    [
        ("2024-11-29", AsOf(TO)),
        ("2024-11-29%", AsOf(TO, uncertain=True, approximate=True)),
        ("2024-11-27/..", AsOf(FROM, start=FROM)),
        ("../2024-11-29", AsOf(TO, end=TO)),
        ("2024-11-27/2024-11-29", AsOf(TO, start=FROM, end=TO)),
    ],
)
def test_the_day_is_the_last_that_is_known(typed, as_of):
    assert as_of_of(typed) == as_of
    assert as_of.edtf == typed


@pytest.mark.slow
@given(as_ofs, as_ofs)
def test_the_day_comes_first_in_the_order(one, other):
    assert one.day <= other.day if one < other else one.day >= other.day


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("../..", '"../.." has no day at either end', ENDS),
        ("2024-11-27/2024-11-28/..", '"2024-11-27/2024-11-28/.." is not an interval of days', ENDS),
        ("2024-11-27/", '"2024-11-27/" has only one end', "write 2024-11-27/.. if that end is open"),
        ("/2024-11-27", '"/2024-11-27" has only one end', "write ../2024-11-27 if that end is open"),
        (
            "2024-11-27~/2024-11-29",
            '"2024-11-27~/2024-11-29" marks an end of an interval, which has no marks',
            "write 2024-11-27/2024-11-29",
        ),
        (
            "2024-11-29/2024-11-27",
            "the interval runs backwards: 2024-11-29 is after 2024-11-27",
            "write 2024-11-27/2024-11-29",
        ),
        ("2024-11-27/2024-11-31", "the calendar has no day 2024-11-31", "check the month and the day"),
        ("27/11/2024", '"27/11/2024" is not a date', "write year, month and day: 2024-11-29"),
    ],
)
def test_another_form_is_told_how_to_become_an_interval(typed, message, hint):
    with pytest.raises(Mistake) as caught:
        as_of_of(typed)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_a_mistake_is_told_at_its_place():
    fact = "facts:\n  - measure: a/killed\n    quote: q\n    value: 1\n    as_of: 2024-11-29/2024-11-27\n"
    assert told(read_with(fact)) == [
        "9:12 21 reversed-range: the interval runs backwards: 2024-11-29 is after 2024-11-27 "
        "(write 2024-11-27/2024-11-29)"
    ]


@pytest.mark.parametrize(
    ("as_of", "problem"),
    [
        ({"start": TO}, "is not the day"),
        ({"start": TO, "end": FROM}, "runs backwards"),
        ({"end": FROM, "uncertain": True}, "neither uncertain nor approximate"),
    ],
)
def test_ends_that_make_no_sense_are_refused(as_of, problem):
    with pytest.raises(ValueError, match=problem):
        AsOf(FROM, **as_of)


@pytest.mark.parametrize(
    ("typed", "form", "said"),
    [
        ("2024-11-27/2024-11-29", "short", "27–29 Nov"),
        ("2024-11-27/2024-12-01", "short", "27 Nov – 1 Dec"),
        ("2024-11-27/2024-11-29", "medium", "27–29 November 2024"),
        ("2024-11-29/2024-11-29", "short", "29 Nov"),
        ("2024-11-27/..", "short", "since 27 Nov"),
        ("../2024-11-29", "medium", "up to 29 November 2024"),
    ],
)
def test_days_are_said_as_one_would(typed, form, said):
    assert as_of_text(as_of_of(typed), "en", form) == said


def test_days_are_said_in_the_order_of_the_language():
    assert as_of_text(as_of_of("2024-11-27/2024-11-29"), "de") == "27.–29. Nov."

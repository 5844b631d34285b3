"""Rows D02 to D11: days, moments and zones."""

from datetime import UTC, datetime

import pytest

from generator.asked import Options
from tests.archive import topic
from tests.hostile.building import fact, looked_at, read, told, typed

FORM = "(write year, month and day: 2024-11-29)"
FIRST = "articles/a.md:3:7 error[not-a-date]"


def dated(day: str) -> list[str]:
    return told({"articles/a.md": typed("").replace("2024-11-29", day)})


@pytest.mark.parametrize(
    ("day", "hint"),
    [
        ("2026-2-3", "(write 2026-02-03)"),
        ("20260203", "(write 2026-02-03)"),
        ("03/02/2026", FORM),
        ("3 February 2026", FORM),
    ],
)
def test_d02_another_form_of_a_day_is_told_with_the_right_one(day: str, hint: str) -> None:
    assert dated(day) == [f'{FIRST} "{day}" is not a date {hint}']


@pytest.mark.parametrize("clock", ["T23:30:00+14:00", "T00:30:00-12:00"])
def test_d03_a_day_is_a_day_and_no_moment_that_could_fall_on_another(clock: str) -> None:
    day = f"2026-02-03{clock}"
    assert dated(day) == [f'{FIRST} "{day}" is not a date (write only the day: 2026-02-03)']


@pytest.mark.parametrize(
    ("typed_moment", "moment"),
    [
        ("2026-02-03T23:30+14:00", datetime(2026, 2, 3, 9, 30, tzinfo=UTC)),
        ("2026-02-03T23:30-12:00", datetime(2026, 2, 4, 11, 30, tzinfo=UTC)),
    ],
)
def test_d03_a_moment_is_counted_by_its_zone_and_moves_no_document(
    typed_moment: str, moment: datetime
) -> None:
    text = typed(f"publish_at: {typed_moment}\n")
    assert read(text).written.publish_at == moment
    after = looked_at({"articles/a.md": text}, Options(now=datetime(2030, 1, 1, tzinfo=UTC)))
    assert [str(document.day) for document in after.archive.documents] == ["2024-11-29"]


def test_d04_a_zone_that_nobody_has_is_told() -> None:
    assert told({"articles/a.md": typed("publish_at: 2026-02-03T10:00+99:99\n")}) == [
        "articles/a.md:5:13 error[not-a-moment] no zone is +99:99 from UTC (write day, time and zone: "
        "2024-11-29T18:00+01:00, or 2024-11-29 18:00 Europe/Paris)"
    ]


def test_d06_a_day_to_come_is_a_warning_by_the_moment_that_was_given_and_never_by_the_clock() -> None:
    files = {"articles/a.md": typed("").replace("2024-11-29", "2999-11-29")}
    assert told(files) == []
    assert told(files, Options(now=datetime(2024, 11, 28, 12, tzinfo=UTC))) == [
        "articles/a.md:3:7 warning[date-in-future] 2999-11-29 is still to come: today is 2024-11-28 "
        "(correct the date, or hold the document back: publish_at: 2999-11-29T00:00Z)"
    ]


def test_d07_a_date_that_differs_from_the_name_of_its_file_is_a_warning_with_both() -> None:
    files = {"articles/2026-02-03-x.md": typed("").replace("2024-11-29", "2026-02-04")}
    assert told(files) == [
        "articles/2026-02-03-x.md:3:7 warning[date-differs-from-file-name] the date is 2026-02-04, and the "
        "name of the file says 2026-02-03 (correct this line, or rename the file to 2026-02-04-x.md)"
    ]


def test_d08_a_leap_second_is_told_as_it_was_typed() -> None:
    assert told({"articles/a.md": typed("publish_at: 2016-12-31T23:59:60Z\n")}) == [
        "articles/a.md:5:13 error[not-a-moment] the clock never shows 23:59:60 "
        "(hours go from 00 to 23, minutes and seconds from 00 to 59)"
    ]


def test_d08_the_calendar_has_a_29_february_in_a_leap_year_only() -> None:
    assert dated("2024-02-29") == []
    assert dated("2023-02-29") == [
        f"{FIRST} the calendar has no day 2023-02-29 (check the month and the day)"
    ]


def test_d11_a_figure_for_a_day_after_its_document_is_a_warning() -> None:
    files = {
        "topics/war.md": topic("killed: {label: Killed}"),
        "articles/a.md": fact("value: 3\nas_of: 2024-12-01\naccording_to: null"),
    }
    assert told(files) == [
        "articles/a.md:9:12 warning[as-of-after-publication] 2024-12-01 is later than 2024-11-29, the day of "
        "this document (write the day for which the figure was true, or correct the date of the document)"
    ]

"""An editor is told of a date that the file's name contradicts, and of one that is still to come."""

from datetime import UTC, datetime

from generator.asked import Options
from tests.archive import PLACES, article
from tests.checks.told import found, told

NOON = datetime(2024, 11, 29, 12, tzinfo=UTC)


def other_date(file: str, day: str = "2024-11-29"):
    return told(PLACES | {file: article(day=day)}, "date-differs-from-file-name")


def test_a_date_that_differs_from_the_file_name_is_a_warning_at_the_date_with_both():
    files = PLACES | {"articles/2024-11-28-edge.md": article(day="2024-11-29")}
    (problem,) = found(files, "date-differs-from-file-name")
    assert (problem.mark.line, problem.mark.column, problem.mark.length) == (3, 7, 10)
    assert problem.message == "the date is 2024-11-29, and the name of the file says 2024-11-28"
    assert problem.hint == "correct this line, or rename the file to 2024-11-29-edge.md"


def test_a_file_named_by_its_day_alone_is_compared_too():
    assert len(other_date("articles/2024-11-28.md")) == 1
    assert other_date("articles/2024-11-29.md") == []


def test_a_day_that_no_calendar_has_differs():
    assert len(other_date("articles/2024-11-92-edge.md")) == 1


def test_a_file_name_without_a_day_in_front_is_not_compared():
    for file in ("edge", "2024-edge", "the-2024-11-28-report", "2024-11-281-edge", "2024-11-29-edge"):
        assert other_date(f"articles/{file}.md") == []


def test_a_date_after_the_day_of_the_archive_is_a_warning_at_the_date():
    tomorrow = PLACES | {"articles/a.md": article(day="2999-12-30")}
    (problem,) = found(tomorrow, "date-in-future", Options(now=NOON))
    assert (problem.mark.line, problem.mark.column, problem.mark.length) == (3, 7, 10)
    assert problem.message == "2999-12-30 is still to come: today is 2024-11-29"
    assert problem.hint == "correct the date, or hold the document back: publish_at: 2999-12-30T00:00Z"


def test_a_document_that_is_held_back_until_its_day_is_expected():
    held = {"articles/a.md": article(day="2024-12-01", more="publish_at: 2024-12-01T06:00Z")}
    assert found(PLACES | held, "date-in-future", Options(now=NOON, drafts=True)) == []
    too_soon = {"articles/a.md": article(day="2024-12-01", more="publish_at: 2024-11-28T06:00Z")}
    assert len(found(PLACES | too_soon, "date-in-future", Options(now=NOON))) == 1


def test_without_a_day_to_check_for_nothing_is_to_come():
    assert found(PLACES | {"articles/a.md": article(day="2999-12-30")}, "date-in-future") == []


def test_a_document_of_today_is_not_of_a_day_to_come():
    today = PLACES | {"articles/a.md": article(day="2024-11-29")}
    assert found(today, "date-in-future", Options(now=NOON)) == []

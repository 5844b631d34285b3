"""A summary rests on documents, and not on itself."""

from tests.archive import PLACES, article, md
from tests.checks.told import told

FRONT = "title: Week\ndate: 2024-11-30\nsource: paper\n"


def week(more: str = "", code: str = "summary-covers-nothing"):
    return told(PLACES | {"articles/a.md": article(), "summaries/week.md": md(FRONT + more)}, code)


def test_a_summary_that_covers_nothing_is_a_warning():
    message = "it is not said which documents this summary condenses"
    assert week() == [f"summaries/week.md:1:1 ---: {message}"]
    assert week("covers: []") == [f"summaries/week.md:5:9 []: {message}"]


def test_a_summary_that_covers_a_document_is_fine():
    assert week("covers: [a]") == []
    assert week("covers: [a]", "covers-itself") == []


def test_a_summary_that_covers_what_is_not_there_is_told_only_that():
    assert week("covers: [b]") == []
    assert len(week("covers: [b]", "unknown-document")) == 1


def test_a_summary_that_covers_itself_is_an_error_at_that_entry():
    assert week("covers: [a, week]", "covers-itself") == [
        "summaries/week.md:5:13 week: this summary covers itself"
    ]

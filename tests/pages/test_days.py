"""The page of a day: the state of that day, and the way to the nearest days that have documents."""

from datetime import date

from generator.model.page import Page
from tests.archive import PLACES, article, pages_of, sound, topic

WAR = {"topics/war.md": topic("killed: {label: Killed, unit: people, cumulative: true}")}


def archive_of(*days: str) -> dict[str, Page]:
    return pages_of(sound(PLACES | {f"articles/{day}-news.md": article(day=day) for day in days}))


def test_previous_and_next_skip_empty_days_and_say_how_many() -> None:
    day = archive_of("2024-11-25", "2024-11-28", "2024-11-29")["/2024/11/28/"].view
    assert (day.previous.day, day.previous.url, day.previous.gap) == (
        date(2024, 11, 25),
        "/2024/11/25/",
        2,
    )
    assert (day.next.day, day.next.url, day.next.gap) == (date(2024, 11, 29), "/2024/11/29/", 0)


def test_the_first_day_has_none_before_it_and_the_last_none_after() -> None:
    pages = archive_of("2024-02-28", "2025-03-01")
    assert pages["/2024/02/28/"].view.previous is None
    assert pages["/2025/03/01/"].view.next is None
    assert pages["/2024/02/28/"].view.next.gap == 366


def test_a_day_without_documents_has_no_page_and_stands_empty_in_its_month() -> None:
    pages = archive_of("2024-11-25", "2024-11-28")
    assert "/2024/11/26/" not in pages
    cells = [cell for week in pages["/2024/11/"].view.grid.weeks for cell in week]
    found = {cell.day.day: (cell.documents, cell.url) for cell in cells if cell.day}
    assert len(found) == 30
    assert (found[25], found[26]) == ((1, "/2024/11/25/"), (0, ""))
    assert [cell.day for cell in cells[:4]] == [None] * 4, "November 2024 begins on a Friday"


def test_months_and_years_without_documents_have_no_page() -> None:
    pages = archive_of("2023-12-31", "2024-11-25")
    assert {path for path in pages if path.startswith(("/2023/", "/2024/"))} == {
        "/2023/",
        "/2023/12/",
        "/2023/12/31/",
        "/2023/12/31/news/",
        "/2024/",
        "/2024/11/",
        "/2024/11/25/",
        "/2024/11/25/news/",
    }
    assert pages["/2024/"].view.previous.url == "/2023/"
    assert [month.documents for month in pages["/2024/"].view.months] == [0] * 10 + [1, 0]


def test_a_day_shows_the_figures_as_they_stood_and_what_changed() -> None:
    files = {
        f"articles/2024-11-{day}-news.md": article(
            f"measure: war/killed, value: {value}", day=f"2024-11-{day}"
        )
        for day, value in ((27, 100), (28, 200), (30, 150))
    }
    pages = pages_of(sound(PLACES | WAR | files))
    told = {}
    for day in (27, 28, 30):
        (row,) = pages[f"/2024/11/{day}/"].view.table.rows
        told[day] = (
            row.row.documents,
            row.row.span,
            [chip.name for chip in row.row.chips],
            row.change,
            row.before,
        )
    assert told == {
        27: (1, "100", ["unattributed"], "new", ""),
        28: (2, "100–200", ["unattributed"], "up", "100"),
        30: (3, "100–200", ["contested", "unattributed"], "newly contested", "200"),
    }


def test_an_archive_without_documents_has_its_standing_pages() -> None:
    pages = archive_of()
    assert set(pages) == {
        "/",
        "/404.html",
        "/about/method/",
        "/actors/",
        "/corrections/",
        "/facts/",
        "/search/",
        "/sources/",
        "/sources/paper/",
        "/topics/",
    }
    assert pages["/"].view.latest is None

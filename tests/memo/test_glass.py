"""Behind the glass everything looks as it is, and what was looked at is noted."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

import pytest

from generator.asked import Options
from generator.memo.glass import ALL, KEYS, PLAIN, TABLES, Glass, looked_up
from generator.memo.looks import Look
from generator.model.archive import Archive
from generator.model.verdict import Judged
from generator.pages.plan import plan
from generator.pages.shared import shared
from tests.archive import sound
from tests.incremental.small import beginning

calls: list[str] = []


@pytest.fixture(scope="module")
def seen() -> tuple[Archive, Judged]:
    examined = sound(beginning(), Options(drafts=True))
    return examined.archive, examined.judged


@shared
def titles(archive: Archive, judged: Judged, day: date) -> tuple[str, ...]:
    calls.append(day.isoformat())
    return tuple(document.title for document in archive.by_day[day])


def test_everything_that_an_archive_shows_stands_behind_the_glass() -> None:
    shown = {name for name, value in vars(Archive).items() if isinstance(value, cached_property | property)}
    assert shown <= set(TABLES)


def test_what_is_no_table_is_named_as_such(seen: tuple[Archive, Judged]) -> None:
    plain = {name for name in TABLES if not isinstance(getattr(seen[0], name), Mapping | tuple)}
    assert plain == set(PLAIN)


def test_a_page_is_the_same_behind_the_glass(seen: tuple[Archive, Judged]) -> None:
    archive, judged = seen
    for page in plan(archive, judged):
        glass = Glass(archive, judged)
        view, *keys = page.make.func, *page.make.args[2:]
        assert view(glass, glass.judged, *keys) == page.view, page.path


def test_a_key_that_was_looked_up_is_noted_also_where_nothing_was(seen: tuple[Archive, Judged]) -> None:
    glass = Glass(*seen)
    assert glass.document["first"].title == "News"
    assert glass.by_actor.get("nobody") is None
    assert "second" in glass.document
    assert glass.looked() == {("document", "first"), ("by_actor", "nobody"), ("document", "second")}
    assert glass.looked() == frozenset()


def test_each_look_is_said_once_and_told_by_number_from_then_on(seen: tuple[Archive, Judged]) -> None:
    glass, looks = Glass(*seen), []
    for id in ("first", "second", "first"):
        assert glass.document[id].id == id
        handed = glass.handed_over()
        looks += handed.new
        assert [looks[number] for number in handed.numbers] == [("document", id)]
    assert looks == [("document", "first"), ("document", "second")]


class OneBefore:
    """A ledger with one look."""

    count = 1

    def place(self, look: Look) -> int | None:
        return 0 if look == ("document", "first") else None


def test_a_look_that_was_taken_before_is_told_by_number_alone(seen: tuple[Archive, Judged]) -> None:
    glass = Glass(*seen, before=OneBefore())
    for id in ("first", "second"):
        assert glass.document[id].id == id
    assert glass.looked() == {("document", "second")}
    for id in ("first", "second"):
        assert glass.document[id].id == id
    handed = glass.handed_over()
    assert sorted(handed.numbers) == [0, 1]
    assert handed.new == (("document", "second"),)


def test_running_over_a_table_notes_its_keys_and_a_row_as_a_whole(seen: tuple[Archive, Judged]) -> None:
    glass = Glass(*seen)
    assert len(list(glass.by_day)) == 2
    assert len(glass.documents) == 3
    assert glass.site.title == "A small archive"
    assert glass.looked() == {("by_day", KEYS), ("documents", ALL), ("site", ALL)}


def test_verdicts_are_noted_by_measure_and_by_history(seen: tuple[Archive, Judged]) -> None:
    glass = Glass(*seen)
    glass.judged.known("war/killed", date(2024, 11, 28))
    assert glass.judged.now["war/killed"].measure == "war/killed"
    assert glass.looked() == {("history", "war/killed"), ("now", "war/killed")}


def test_whoever_shares_a_result_has_looked_at_all_that_it_was_made_of(seen: tuple[Archive, Judged]) -> None:
    glass, day = Glass(*seen), date(2024, 11, 28)
    calls.clear()
    looks = []
    for _ in range(2):
        titles(glass, glass.judged, day)
        looks.append(glass.looked())
    assert looks == [{("by_day", day)}] * 2
    assert calls == ["2024-11-28"]


def test_what_was_looked_up_can_be_looked_up_again(seen: tuple[Archive, Judged]) -> None:
    archive, judged = seen
    assert looked_up(archive, judged, ("document", "first")) is archive.document["first"]
    assert looked_up(archive, judged, ("document", "nothing")) is None
    assert looked_up(archive, judged, ("by_day", KEYS)) == tuple(archive.by_day)
    assert looked_up(archive, judged, ("now", "war/killed")) is judged.now["war/killed"]
    assert looked_up(archive, judged, ("documents", ALL)) is archive.documents

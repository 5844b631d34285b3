"""Home shows what is newest, and no more of it than there is room for."""

import pytest
from msgspec.structs import replace

from generator.model import paging
from generator.pages.home import CONTESTED, HomeView
from tests.archive import PLACES, actor, article, pages_of, sound, topic

MEASURES = "\n".join(f"m-{number}: {{label: Number {number}}}" for number in range(6))


@pytest.fixture(autouse=True)
def _little_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "LIMITS", replace(paging.LIMITS, front=3, titles=2))


def home(files: dict[str, str]) -> HomeView:
    view = pages_of(sound({**PLACES, **files}))["/"].view
    assert isinstance(view, HomeView)
    return view


def news(day: int, name: str, *facts: str) -> dict[str, str]:
    return {f"articles/2024-11-{day:02}-{name}.md": article(*facts, day=f"2024-11-{day:02}", title=name)}


def test_it_lists_no_more_documents_of_a_day_than_there_is_room_for() -> None:
    files: dict[str, str] = {}
    for name in "abcde":
        files |= news(28, name) | news(29, name)
    view = home(files)
    assert view.latest is not None
    assert [card.document.text for card in view.latest.documents] == ["a", "b", "c"]
    assert (view.latest.others, view.latest.articles) == (2, 5)
    (before,) = view.before
    assert [card.document.text for card in before.documents] == ["a", "b"]
    assert (before.others, before.articles) == (3, 5)


def test_it_lists_all_documents_of_a_day_that_has_few() -> None:
    view = home(news(28, "a") | news(29, "b"))
    assert view.latest is not None
    assert (len(view.latest.documents), view.latest.others) == (1, 0)
    assert (view.other_topics, view.other_changes) == (0, 0)


def test_it_says_how_many_more_measures_the_latest_day_changed() -> None:
    facts = [f"measure: war/m-{number}, value: 5" for number in range(5)]
    view = home({"topics/war.md": topic(MEASURES)} | news(29, "a", *facts))
    assert [change.row.measure.text for change in view.changes] == ["Number 0", "Number 1", "Number 2"]
    assert view.other_changes == 2


def test_it_lists_the_topics_of_the_newest_documents_by_title() -> None:
    files: dict[str, str] = {}
    for number, day in enumerate((3, 9, 1, 8, 7)):
        files[f"topics/t-{number}.md"] = topic(MEASURES).replace("The war", f"War {number}")
        files |= news(day, "a", f"measure: t-{number}/m-0, value: 5")
    view = home(files)
    assert [card.topic.text for card in view.topics] == ["War 1", "War 3", "War 4"]
    assert [card.documents for card in view.topics] == [1, 1, 1]
    assert view.other_topics == 2


def test_topics_of_which_nothing_was_told_yet_fill_what_room_is_left() -> None:
    files = {
        f"topics/t-{number}.md": topic(MEASURES).replace("The war", f"War {number}") for number in range(2)
    }
    view = home(files | news(29, "a", "measure: t-1/m-0, value: 5"))
    assert [(card.topic.text, card.documents) for card in view.topics] == [("War 0", 0), ("War 1", 1)]


def test_what_moved_stands_before_what_is_told_for_the_first_time() -> None:
    first = news(28, "a", "measure: war/m-3, value: 5")
    then = news(29, "b", "measure: war/m-0, value: 1", "measure: war/m-3, value: 6")
    view = home({"topics/war.md": topic(MEASURES)} | first | then)
    assert [(line.row.measure.text, line.change) for line in view.changes] == [
        ("Number 3", "up"),
        ("Number 0", "new"),
    ]


def test_it_says_how_many_more_questions_are_not_settled() -> None:
    many = CONTESTED + 2
    measures = "\n".join(f"m-{number}: {{label: Number {number}}}" for number in range(many))
    files = {"topics/war.md": topic(measures)}
    for name, value in (("a", 5), ("b", 6)):
        said = (f"measure: war/m-{number}, value: {value}, according_to: {name}" for number in range(many))
        files |= news(28, name, *said) | {f"actors/{name}.md": actor(f"Actor {name}")}
    view = home(files)
    assert (len(view.contested), view.other_contested) == (CONTESTED, 2)

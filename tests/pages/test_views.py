"""A view is a closed value: all that its page depends on, comparable, and nothing that could change later."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import asdict

from generator.asked import Options
from generator.examined import Examined
from generator.model.page import Page
from tests.archive import PLACES, actor, article, pages_of, sound, topic

SAYS = "measure: war/killed, value: 242, according_to: sohr"
EDGE = "articles/2024-11-29-edge.md"
SMALL = PLACES | {
    "topics/war.md": topic("killed: {label: Killed, unit: people, cumulative: true}"),
    "actors/sohr.md": actor("Observatory"),
    EDGE: article(SAYS, title="The edge"),
    "articles/2024-11-28-start.md": article("measure: war/killed, value: 200", day="2024-11-28"),
}


def opened(value: object, place: str) -> Iterator[tuple[str, object]]:
    """What stands in a view that is not itself a closed value, with the way to it."""
    match value:
        case None | bool() | int() | float() | str() | date() | Decimal() | Enum():
            return
        case tuple():
            for index, part in enumerate(value):
                yield from opened(part, f"{place}[{index}]")
        case Mapping() if ".linked_data" in place:
            for key, part in value.items():
                yield from opened(part, f"{place}[{key!r}]")
        case list() if ".linked_data" in place:
            for index, part in enumerate(value):
                yield from opened(part, f"{place}[{index}]")
        case Struct() if value.__struct_config__.frozen:
            for name, part in asdict(value).items():
                yield from opened(part, f"{place}.{name}")
        case _ if is_dataclass(value) and type(value).__dataclass_params__.frozen:
            for field in fields(value):
                yield from opened(getattr(value, field.name), f"{place}.{field.name}")
        case _:
            yield place, value


@pytest.mark.slow
def test_every_view_of_the_sample_is_made_of_closed_values(sample_pages: dict[str, Page]) -> None:
    assert [found for path, page in sample_pages.items() for found in opened(page.view, path)] == []


def test_an_open_value_would_be_found(sample_pages: dict[str, Page]) -> None:
    page = sample_pages["/"]
    assert list(opened((page.view, {"a": 1}, [2]), "/")) == [("/[1]", {"a": 1}), ("/[2]", [2])]


def views_of(result: Examined) -> dict[str, Any]:
    """The view of each page by its path."""
    return {path: page.view for path, page in pages_of(result).items()}


@pytest.mark.slow
def test_views_that_are_planned_twice_are_equal(sample: Examined, sample_pages: dict[str, Page]) -> None:
    assert views_of(sample) == {path: page.view for path, page in sample_pages.items()}


def test_a_page_says_as_its_head_does_if_it_is_listed_and_searched(sample_pages: dict[str, Page]) -> None:
    planned = {path: (page.listed, page.searched) for path, page in sample_pages.items()}
    heads = {path: page.view.head for path, page in sample_pages.items()}
    assert planned == {path: (head.listed, head.search is not None) for path, head in heads.items()}


def changed_by(changes: dict[str, str], options: Options | None = None) -> set[str]:
    """The paths of the pages that a change adds, takes away or changes."""
    before, after = views_of(sound(SMALL)), views_of(sound(SMALL | changes, options))
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_another_figure_changes_every_page_that_shows_it() -> None:
    changed = changed_by({EDGE: article(SAYS.replace("242", "250"), title="The edge")})
    assert {
        "/",
        "/2024/11/29/",
        "/2024/11/29/edge/",
        "/actors/sohr/",
        "/facts/",
        "/facts/war/killed/",
        "/topics/war/",
    } <= changed
    assert not changed & {"/2024/", "/actors/", "/sources/", "/search/", "/404.html", "/2024/11/28/"}


def test_a_note_on_an_actor_changes_the_page_of_that_actor_alone() -> None:
    profile = actor("Observatory").replace("The text.", "Counts the dead.")
    assert changed_by({"actors/sohr.md": profile}) == {"/actors/sohr/"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("changes", "changed"),
    [
        ({EDGE: article(SAYS, title="The rim")}, "/2024/11/28/start/"),  # it leads on to the next document
        ({"articles/2024-12-01-calm.md": article(day="2024-12-01")}, "/2024/11/29/"),  # and to the next day
        ({"sources/paper.md": "---\nname: The Sheet\nkind: newspaper\n---\n"}, "/2024/11/29/edge/"),
        ({"actors/sohr.md": actor("Watchers")}, "/facts/war/killed/"),
        ({"site.yaml": "title: T\nbase_url: https://x.example/\n"}, "/2024/11/29/edge/"),
    ],
)
def test_what_a_page_shows_of_other_files_changes_it_too(changes: dict[str, str], changed: str) -> None:
    assert changed in changed_by(changes)


def test_the_days_of_an_archive_do_not_change_when_later_ones_are_added() -> None:
    later = {"articles/2024-12-02-more.md": article(SAYS.replace("242", "300"), day="2024-12-02")}
    changed = changed_by(later)
    assert "/2024/11/28/" not in changed
    assert "/2024/11/29/" in changed, "it leads on to the day after it"

"""No fact takes its own place, be it by way of others."""

import pytest

from generator.model.loops import loops as loops_in
from tests.archive import PLACES, article, examined, topic

WAR = {"topics/war.md": topic("killed: {label: Killed}")}
DECIDED = "on: 2024-12-01, reason: A slip"


def loops(**supersedes: str) -> list[str]:
    """What is said of articles that supersede the articles named, by their letters."""
    files = {
        f"articles/{name}.md": article(
            "measure: war/killed, value: 1"
            + (
                f", supersedes: [{', '.join(f'{other}#killed' for other in others)}], {DECIDED}"
                if others
                else ""
            )
        )
        for name, others in supersedes.items()
    }
    found = examined(PLACES | WAR | files).diagnostics
    return [f"{one.file} {one.message}" for one in found if one.code == "supersedes-loop"]


def test_a_chain_is_no_loop_and_neither_are_two_ways_to_one_fact() -> None:
    assert loops(a="b", b="c", c="") == []
    assert loops(a="bc", b="d", c="d", d="") == []


def test_a_fact_that_supersedes_itself_is_told_so() -> None:
    assert loops(a="a") == ["content/articles/a.md this fact supersedes itself: a#killed → a#killed"]


def test_a_loop_is_told_once_with_all_that_are_in_it_and_no_others() -> None:
    assert loops(a="b", b="c", c="d", d="b") == [
        "content/articles/d.md these supersede one another: b#killed → c#killed → d#killed → b#killed"
    ]


def test_each_loop_is_told() -> None:
    assert len(loops(a="b", b="ac", c="b", d="d")) == 3


@pytest.mark.slow
def test_a_very_long_chain_comes_to_an_end() -> None:
    chain = {str(number): (str(number + 1),) for number in range(20_000)}
    assert list(loops_in(chain)) == []
    (loop,) = loops_in(chain | {"20000": ("0",)})
    assert len(loop) == 20_001

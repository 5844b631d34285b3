"""Measures are judged apart where they do not bear on each other, and together where they do."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facts.families import facts_of, families
from generator.model.topic import Measure


def measure(key: str, *parts: str) -> Measure:
    return Measure(
        id=f"war/{key}", topic="war", key=key, label=key, parts=tuple(f"war/{one}" for one in parts)
    )


def keys(*measures: Measure) -> list[str]:
    return [" ".join(one.key for one in family) for family in families(measures)]


def test_a_measure_without_parts_is_judged_alone() -> None:
    assert keys(measure("a"), measure("b")) == ["a", "b"]


def test_a_total_is_judged_with_its_parts_and_theirs() -> None:
    assert keys(measure("a", "b"), measure("x"), measure("b", "c"), measure("c")) == ["a b c", "x"]


def test_two_totals_that_share_a_part_are_judged_together() -> None:
    assert keys(measure("a", "c"), measure("b", "c"), measure("c"), measure("d")) == ["a b c", "d"]


def test_a_loop_of_parts_comes_to_an_end() -> None:
    assert keys(measure("a", "b"), measure("b", "a")) == ["a b"]


def test_a_part_that_is_no_measure_joins_nobody() -> None:
    assert keys(measure("a", "x"), measure("b", "x")) == ["a", "b"]


def test_the_facts_of_a_family_are_those_of_its_measures_in_their_order() -> None:
    archive = SimpleNamespace(facts_of={"war/b": (3,), "war/a": (1, 2), "war/x": (4,)})
    assert facts_of((measure("a"), measure("b"), measure("c")), archive) == (1, 2, 3)


@pytest.mark.slow
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12))
def test_every_measure_is_in_one_family_with_all_that_it_is_joined_to(joined: list[tuple[int, int]]) -> None:
    parts: dict[int, list[str]] = {}
    for whole, part in joined:
        parts.setdefault(whole, []).append(str(part))
    found = families(measure(str(n), *parts.get(n, ())) for n in range(10))
    home = {one.key: place for place, family in enumerate(found) for one in family}
    assert sorted(home) == sorted(str(n) for n in range(10))
    assert all(home[str(whole)] == home[str(part)] for whole, part in joined)

"""Builds that are killed at random moments; `python -m tests.faults.kills` does it longer."""

from pathlib import Path

import pytest

from tests.faults.kills import killed_at_random

ROUNDS = 100


@pytest.mark.slow
def test_of_a_hundred_killed_builds_none_leaves_a_broken_site(tmp_path: Path) -> None:
    found = killed_at_random(tmp_path, ROUNDS)
    assert found.broken == []
    assert found.ends["killed"] > ROUNDS / 3
    assert found.ends["killed with a journal"] >= 1


@pytest.mark.slow
def test_nor_does_one_that_is_killed_together_with_pagefind(tmp_path: Path) -> None:
    found = killed_at_random(tmp_path, 4, search=True)
    assert found.broken == []

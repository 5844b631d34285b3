"""Work on several cores gives what one would give, in the same order."""

import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from generator.asked import Options
from generator.build import Built, Means, build
from generator.workers import FEW, _opened, each, processes
from tests.archive import files_in, write
from tests.incremental.small import beginning, text_of


def times(known: dict[str, int], item: int) -> tuple[int, int]:
    return known["factor"] * item, os.getpid()


def fails(known: dict[str, int], item: int) -> int:
    if item == FEW:
        raise ValueError("no")
    return item


MANY = range(5 * FEW)


def test_one_process_does_the_work_itself() -> None:
    assert processes(1) is None
    assert {process for _, process in each(None, {"factor": 3}, times, MANY)} == {os.getpid()}


def test_several_processes_give_the_same_in_the_same_order() -> None:
    found = list(each(processes(2), {"factor": 3}, times, MANY))
    assert [number for number, _ in found] == [3 * number for number in MANY]
    assert os.getpid() not in {process for _, process in found}


def test_few_items_are_not_worth_a_process() -> None:
    assert {process for _, process in each(processes(2), {"factor": 3}, times, range(FEW))} == {os.getpid()}


@pytest.mark.slow
def test_where_processes_cannot_be_forked_they_are_started() -> None:
    opened = partial(_opened, 2, "spawn")
    assert isinstance(opened(print, ()), ProcessPoolExecutor)
    found = each(opened, {"factor": 3}, times, MANY)
    assert [number for number, _ in found] == [3 * number for number in MANY]


@pytest.mark.slow
def test_a_whole_build_is_the_same_in_processes_that_are_forked_and_started(tmp_path: Path) -> None:
    write(
        tmp_path,
        beginning()
        | {
            f"articles/more-{number}.md": text_of(number, "2024-11-29", "sohr", "killed", number)
            for number in range(FEW)
        },
    )
    ways = {
        "one": None,
        "forked": processes(2),
        "started": partial(_opened, 2, "spawn"),
    }
    for name, opened in ways.items():
        means = Means(tmp_path / f"cache-{name}", opened)
        assert isinstance(build(tmp_path, tmp_path / name, Options(), lambda stage: None, means), Built)
    one, *others = (files_in(tmp_path / name) for name in ways)
    assert all(other == one for other in others)


def test_a_mistake_in_another_process_is_raised_here() -> None:
    with pytest.raises(ValueError, match="no"):
        list(each(processes(2), {"factor": 3}, fails, MANY))

"""Work on several cores gives what one would give, in the same order."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import pytest

from generator.workers import FEW, _opened, each, processes


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
    opened = partial(_opened, 2, multiprocessing.get_context("spawn"))
    assert isinstance(opened(print, ()), ProcessPoolExecutor)
    found = each(opened, {"factor": 3}, times, MANY)
    assert [number for number, _ in found] == [3 * number for number in MANY]


def test_a_mistake_in_another_process_is_raised_here() -> None:
    with pytest.raises(ValueError, match="no"):
        list(each(processes(2), {"factor": 3}, fails, MANY))

"""What was worked out before is handed out again, as long as it is asked for and nothing has changed."""

from contextlib import suppress
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.memo import Memory

called: list[object] = []


@dataclass(frozen=True)
class Value:
    number: int


@pytest.fixture(autouse=True)
def nothing_called_yet() -> None:
    called.clear()


def note(value: object, *more: object) -> tuple[object, ...]:
    called.append(value)
    return (value, *more)


def other(value: object) -> str:
    called.append(value)
    return "other"


def test_a_function_is_called_once_for_the_same_inputs() -> None:
    memory, value = Memory(), Value(1)
    assert memory.remembered(note, value, "a") is memory.remembered(note, value, "a")
    assert called == [value]


def test_an_equal_but_new_value_counts_as_changed_because_comparing_it_would_cost_as_much() -> None:
    memory = Memory()
    kept = [Value(1), Value(1)]
    for value in kept:
        memory.remembered(note, value)
    assert len(called) == 2


def test_texts_and_numbers_are_the_same_when_they_are_equal_and_of_one_type() -> None:
    memory = Memory()
    for value in ("ab", "a" + "b", 1, True, 1):
        memory.remembered(note, value)
    assert called == ["ab", 1, True]


def test_a_tuple_is_the_same_when_all_in_it_is_the_same() -> None:
    memory, one, two = Memory(), Value(1), Value(2)
    memory.remembered(note, (one, two))
    memory.remembered(note, (one, two))
    memory.remembered(note, (two, one))
    assert len(called) == 2


def test_two_functions_do_not_share_what_they_return() -> None:
    memory = Memory()
    assert memory.remembered(note, "a") != memory.remembered(other, "a")


def test_a_result_that_is_nothing_is_remembered_too() -> None:
    memory = Memory()
    assert [memory.remembered(called.append, "a") for _ in range(2)] == [None, None]
    assert called == ["a"]


def test_what_a_run_does_not_ask_for_is_forgotten() -> None:
    memory = Memory()
    with memory.run():
        memory.remembered(note, "a")
    with memory.run():
        memory.remembered(note, "b")
    with memory.run():
        memory.remembered(note, "a")
    assert called == ["a", "b", "a"]


def test_what_is_asked_for_after_a_run_is_known_to_the_next() -> None:
    memory = Memory()
    with memory.run():
        pass
    memory.remembered(note, "late")
    with memory.run():
        memory.remembered(note, "late")
    assert called == ["late"]


def test_a_run_that_breaks_off_forgets_nothing() -> None:
    memory = Memory()
    with memory.run():
        memory.remembered(note, "a")
    with suppress(ValueError), memory.run():
        memory.remembered(note, "b")
        raise ValueError
    with memory.run():
        memory.remembered(note, "a")
        memory.remembered(note, "b")
    assert called == ["a", "b"]


def test_an_input_is_kept_so_that_no_other_takes_its_place() -> None:
    memory = Memory()
    answers = {memory.remembered(note, Value(number)) for number in range(100)}
    assert answers == {(Value(number),) for number in range(100)}


@pytest.mark.slow
@given(st.lists(st.lists(st.integers(0, 5), max_size=8), max_size=8))
def test_a_remembered_answer_is_always_the_one_that_the_function_would_give(runs: list[list[int]]) -> None:
    memory = Memory()
    for run in runs:
        with memory.run():
            assert [memory.remembered(note, number, "x") for number in run] == [
                (number, "x") for number in run
            ]

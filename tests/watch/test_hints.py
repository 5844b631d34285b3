"""Hints of one burst are given together, and no burst is waited for without end."""

import threading
import time
from itertools import count
from unittest.mock import patch

import pytest

from generator.watch import hints as module
from generator.watch.hints import Hints

pytestmark = pytest.mark.slow


def test_hints_that_follow_each_other_closely_are_given_together() -> None:
    hints = Hints()
    with patch.object(module, "QUIET", 0.5):
        later = threading.Timer(0.05, hints.add, [["b"]])
        hints.add(["a"])
        later.start()
        with patch.object(module, "LONGEST", 30):
            assert hints.wait(30) == {"a", "b"}
    assert hints.wait(0) == set()


def test_a_burst_without_end_is_cut() -> None:
    hints = Hints()
    over = threading.Event()

    def chatter() -> None:
        while not over.wait(0.005):
            hints.add([str(time.monotonic())])

    thread = threading.Thread(target=chatter)
    thread.start()
    first, second = hints.wait(30), hints.wait(30)
    over.set()
    thread.join()
    assert first
    assert second
    assert not first & second


@pytest.mark.parametrize(("told", "seconds"), [(1, module.LONGEST), (module.FLOOD, module.LONGEST_FLOOD)])
def test_what_a_program_writes_is_waited_for_longer_than_what_a_person_saves(
    told: int, seconds: float
) -> None:
    """With hints that never end, on a clock that goes on by a hundredth whenever it is asked."""
    asked = count()
    hints = Hints()
    with (
        patch.object(module, "QUIET", 30),
        patch.object(module.time, "monotonic", lambda: next(asked) / 100),
        patch.object(threading.Condition, "wait", lambda condition, left: hints.add(["again"])),
    ):
        for _ in range(told):
            hints.add(["a"])
        began = next(asked)
        hints.wait(0)
        assert (next(asked) - began) / 100 == pytest.approx(seconds, abs=0.05)


def test_stopping_ends_the_waiting_now_and_later() -> None:
    hints = Hints()
    threading.Timer(0.05, hints.stop).start()
    assert hints.wait(30) == set()
    assert hints.stopped
    assert hints.wait(30) == set()

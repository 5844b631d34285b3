"""Work done meanwhile gives its bytes, whichever process does it, and leaves no process behind."""

import os

import pytest

from generator.workers import meanwhile


def whose() -> bytes:
    return str(os.getpid()).encode()


def fails() -> bytes:
    raise FileNotFoundError("gone")


def breaks() -> bytes:
    raise ValueError("wrong")


@pytest.fixture(params=[True, False], ids=["forks", "spawns"])
def forks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.setattr("generator.workers.FORKS", request.param)
    found: bool = request.param
    return found


def test_another_process_does_it_where_one_can_be_forked(forks: bool) -> None:
    assert (meanwhile(whose)() != whose()) is forks


def test_what_fails_gives_nothing(forks: bool) -> None:
    assert meanwhile(fails)() == b""


def test_a_mistake_in_the_work_ends_the_other_process_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.workers.FORKS", True)
    assert meanwhile(breaks)() == b""


def test_no_process_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.workers.FORKS", True)
    child = int(meanwhile(whose)())
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)

"""What is heard of the system's events, and when they have to be asked for anew."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.observers.api import EventEmitter

from generator.watch.listener import Listener
from tests.watch.watched import PATIENCE


class Heard:
    """The paths that a listener hands on."""

    def __init__(self, *roots: Path) -> None:
        self.paths: list[str] = []
        self._news = threading.Condition()
        self.listener = Listener(self.hear)
        self.why = self.listener.listen([str(root) for root in roots], 1)

    def hear(self, paths: list[str]) -> None:
        with self._news:
            self.paths += paths
            self._news.notify_all()

    def waits_for(self, path: Path) -> bool:
        with self._news:
            return self._news.wait_for(lambda: str(path) in self.paths, PATIENCE)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "root").mkdir()
    (tmp_path / "root/a.md").write_text("first")
    return tmp_path / "root"


@pytest.fixture
def heard(root: Path) -> Iterator[Heard]:
    heard = Heard(root)
    yield heard
    heard.listener.stop()


def test_reading_is_not_heard(heard: Heard, root: Path) -> None:
    for _ in range(3):
        (root / "a.md").read_text()
        list(root.iterdir())
    (root / "b.md").write_text("new")
    assert heard.waits_for(root / "b.md")
    assert set(heard.paths) == {str(root / "b.md")}


def test_a_move_has_two_places(heard: Heard, root: Path) -> None:
    (root / "a.md").rename(root / "b.md")
    assert heard.waits_for(root / "b.md")
    assert heard.waits_for(root / "a.md")


def test_it_is_up_to_date_while_nothing_happens_to_the_root(heard: Heard, root: Path) -> None:
    (root / "a.md").write_text("second")
    assert heard.waits_for(root / "a.md")
    assert (heard.why, heard.listener.outdated) == ("", False)


def test_it_is_outdated_when_another_folder_stands_in_the_place_of_the_root(heard: Heard, root: Path) -> None:
    root.rename(root.with_name("away"))
    assert heard.listener.outdated
    root.mkdir()
    assert heard.listener.outdated
    assert heard.listener.listen([str(root)], 1) == ""
    (root / "a.md").write_text("second")
    assert heard.waits_for(root / "a.md")


def test_it_is_outdated_when_one_of_its_threads_has_ended(heard: Heard) -> None:
    for thread in threading.enumerate():
        if isinstance(thread, EventEmitter):
            thread.stop()
            thread.join(PATIENCE)
    assert heard.listener.outdated


def test_nothing_is_heard_after_it_was_stopped(heard: Heard, root: Path) -> None:
    heard.listener.stop()
    (root / "a.md").write_text("second")
    assert heard.paths == []
    assert heard.listener.outdated

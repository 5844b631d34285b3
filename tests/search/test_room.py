"""Pages are laid out in memory where the machine has room for them there."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.search import room
from generator.search.index import laid_out
from generator.search.room import SPARE, TIMES, quick_folder

SIZE = 1000


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine that keeps this folder in memory, and whose user has chosen none."""
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(room, "MEMORY", tmp_path)
    return tmp_path


def with_room(monkeypatch: pytest.MonkeyPatch, free: int) -> None:
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_bavail=free, f_frsize=1))


def test_there_pages_are_laid_out_and_removed_again(memory: Path) -> None:
    with laid_out({"a/index.html": b"a"}) as folder:
        assert folder.parent == memory
        assert (folder / "site" / "a" / "index.html").read_bytes() == b"a"
    assert list(memory.iterdir()) == []


def test_as_long_as_there_is_room_for_what_is_made_of_them_too(
    memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_room(monkeypatch, TIMES * SIZE + SPARE)
    assert quick_folder(SIZE) == memory
    assert quick_folder(SIZE + 1) is None


def test_a_folder_that_the_user_chose_is_used(memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(memory))
    assert quick_folder(SIZE) is None


def test_a_machine_without_such_a_folder_does_without(memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MEMORY", memory / "none")
    assert quick_folder(SIZE) is None


def test_so_does_one_that_cannot_say_how_much_room_there_is(
    memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "statvfs")
    assert quick_folder(SIZE) is None

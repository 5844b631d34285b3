"""Pages are laid out in memory where the machine has room for them there."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.search import room
from generator.search.index import laid_out
from generator.search.room import SPARE, TIMES, YOUNG, quick_folder, room_for

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


LAYING_OUT = """
import sys
from pathlib import Path
from generator.search import room
room.MEMORY = Path(sys.argv[1])
with room.room_for(1) as folder:
    (folder / "page.html").write_bytes(b"a")
    print(folder, flush=True)
    sys.stdin.read()
"""


def long_ago(folder: Path) -> None:
    then = time.time() - YOUNG - 1
    os.utime(folder, (then, then))


def test_what_a_killed_build_left_there_is_removed_by_the_next_but_not_what_another_one_uses(
    memory: Path,
) -> None:
    command = [sys.executable, "-c", LAYING_OUT, str(memory)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdin
        left = Path(other.stdout.readline().strip())
        long_ago(left)
        with room_for(SIZE):
            assert (left / "page.html").exists()
        other.send_signal(signal.SIGKILL)
        other.wait()
        assert (left / "page.html").exists()
        long_ago(left)
        with room_for(SIZE):
            assert not left.exists()


def test_one_that_was_made_just_now_is_let_alone_and_so_are_those_of_others(memory: Path) -> None:
    young, link = memory / "dateline-search-young", memory / "dateline-search-link"
    other, elsewhere = memory / "of-another-program", memory / "elsewhere"
    for folder in (young, other, elsewhere):
        folder.mkdir()
    long_ago(other)
    long_ago(elsewhere)
    link.symlink_to(elsewhere)
    with room_for(SIZE):
        assert young.exists()
        assert other.exists()
        assert elsewhere.exists()

"""Of several builds into one folder, one writes at a time."""

import errno
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from generator.errors import PublishError
from generator.publish.lock import held
from generator.publish.paths import LOCK
from tests.archive import PLACES, article, files_in, write

HOLD = """
import sys, time
from pathlib import Path
from generator.publish.lock import held
with held(Path(sys.argv[1]), print):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the folder."""
    command = [sys.executable, "-c", HOLD, str(tmp_path / "site")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def quiet(stage: str) -> None:
    """Told of a stage."""


@pytest.mark.slow
def test_who_comes_second_is_told_who_holds_the_folder(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    told: list[str] = []
    who = rf"held by process {holder.pid} since \d\d:\d\d:\d\d"
    with pytest.raises(PublishError, match=who), held(tmp_path / "site", told.append, patience=0.2):
        pytest.fail("two hold it")
    assert len(told) == 1
    assert told[0].startswith(f"Waiting for process {holder.pid} since ")


@pytest.mark.slow
def test_a_killed_process_holds_nothing(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert (tmp_path / "site" / LOCK).exists()
    began = time.monotonic()
    with held(tmp_path / "site", quiet, patience=30):
        assert time.monotonic() - began < 10
    assert not (tmp_path / "site" / LOCK).exists()


def test_afterwards_nothing_is_left_of_it(tmp_path: Path) -> None:
    with held(tmp_path / "new" / "site", quiet):
        assert (tmp_path / "new" / "site" / LOCK).exists()
    assert not (tmp_path / "new" / "site").exists()
    (tmp_path / "old").mkdir()
    with held(tmp_path / "old", quiet):
        pass
    assert list((tmp_path / "old").iterdir()) == []


@pytest.mark.parametrize("kind", ["link", "folder"])
def test_what_is_no_lock_is_left_alone(tmp_path: Path, kind: str) -> None:
    site, target = tmp_path / "site", tmp_path / "target"
    site.mkdir()
    target.write_text("mine")
    if kind == "link":
        (site / LOCK).symlink_to(target)
    else:
        (site / LOCK).mkdir()
    with pytest.raises(PublishError, match="cannot be locked"), held(site, quiet, patience=0.2):
        pytest.fail("it was held")
    assert target.read_text() == "mine"
    assert (site / LOCK).is_symlink() or (site / LOCK).is_dir()


@pytest.fixture
def taken(tmp_path: Path) -> Iterator[Path]:
    """The lock of a folder, held by somebody in this process."""
    (tmp_path / "site").mkdir()
    with FileLock(tmp_path / "site" / LOCK):
        yield tmp_path / "site" / LOCK


@pytest.mark.parametrize(
    ("note", "who"),
    [
        ("process 12 since 10:11:12", "process 12 since 10:11:12"),
        ("", "another process"),
        ("process x since 10:11:12", "another process"),
        ("process 12 since 10:11:12 today", "another process"),
        ("prozeß 12 since 10:11:12", "another process"),
    ],
)
def test_who_holds_a_folder_is_named_as_far_as_it_is_known(taken: Path, note: str, who: str) -> None:
    taken.write_text(note, encoding="utf-8")
    told: list[str] = []
    with (
        pytest.raises(
            PublishError, match=rf"^The output folder {taken.parent} is held by {who}\.$"
        ) as refused,
        held(taken.parent, told.append, patience=0.01),
    ):
        pytest.fail("two hold it")
    assert told == [f"Waiting for {who}"]
    assert "--lock-timeout" in refused.value.hint
    assert taken.read_text(encoding="utf-8") == note


def test_it_is_noticed_that_the_folder_is_held_no_more(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for lose in ((site / LOCK).unlink, lambda: (site / LOCK).write_text("process 1 since 1:1:1")):
        with held(site, quiet) as sure:
            sure()
            lose()
            with pytest.raises(
                PublishError, match=rf"^The output folder {site} was removed or replaced"
            ) as told:
                sure()
            assert told.value.hint == "Build again."


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        (errno.ENOSPC, "Make room on that disk; the site stays as it was."),
        (errno.EDQUOT, "Make room on that disk; the site stays as it was."),
        (errno.EIO, "Look at what {lock} is, and remove it; builds make it anew."),
    ],
)
def test_a_lock_that_cannot_be_signed_is_given_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, hint: str
) -> None:
    def full(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number))

    site = tmp_path / "site"
    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_text", full)
        message = rf"^The output folder {site} cannot be locked: {os.strerror(number)}\.$"
        with pytest.raises(PublishError, match=message) as refused, held(site, quiet):
            pytest.fail("it was held")
    assert refused.value.hint == hint.format(lock=site / LOCK)
    assert list(tmp_path.iterdir()) == []
    with held(site, quiet, patience=0):
        assert re.fullmatch(rf"process {os.getpid()} since [0-9:]{{8}}", (site / LOCK).read_text())


@pytest.mark.slow
def test_of_eight_builds_at_once_each_does_its_work(tmp_path: Path) -> None:
    write(tmp_path, PLACES | {"articles/2024-01-01-a.md": article(day="2024-01-01")})
    program = str(Path(sys.executable).with_name("dateline"))
    command = [program, "build", str(tmp_path), "--no-search", "--jobs", "1", "--lock-timeout", "900"]
    clean = tmp_path / "clean"
    subprocess.run([*command, "--no-cache", "--output", str(clean)], check=True, capture_output=True)
    for text in ("One text.", "Another text."):
        write(tmp_path, {"articles/2024-01-01-a.md": article(day="2024-01-01", body=text)})
        many = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for _ in range(8)]
        said = [process.communicate()[0] for process in many]
        assert [process.returncode for process in many] == [0] * 8, said
    subprocess.run([*command, "--no-cache", "--output", str(clean)], check=True, capture_output=True)
    assert files_in(tmp_path / "site") == files_in(clean)

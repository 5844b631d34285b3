"""Of several builds into one folder, one writes at a time."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

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


def test_who_comes_second_is_told_who_holds_the_folder(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    told: list[str] = []
    who = rf"held by process {holder.pid} since \d\d:\d\d:\d\d"
    with pytest.raises(PublishError, match=who), held(tmp_path / "site", told.append, patience=0.2):
        pytest.fail("two hold it")
    assert len(told) == 1
    assert told[0].startswith(f"Waiting for process {holder.pid} since ")


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

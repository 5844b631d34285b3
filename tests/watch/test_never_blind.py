"""When the system's events fail, rescans still find every change, and it is told why that takes longer."""

import errno
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from watchdog.observers.api import EventEmitter

from generator.watch import Watch
from generator.watch import watch as module
from tests.watch.watched import PATIENCE, watching

ROOT = Path(__file__).parents[2]
SOON = 0.05
"""Seconds between two rescans."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    (content / "articles").mkdir(parents=True)
    (content / "articles/a.md").write_text("first")
    return content


@pytest.mark.parametrize(
    ("number", "setting"),
    [(errno.ENOSPC, "fs.inotify.max_user_watches="), (errno.EMFILE, "fs.inotify.max_user_instances=")],
)
def test_a_limit_of_the_system_is_told_with_the_setting_that_raises_it(
    content: Path, number: int, setting: str
) -> None:
    with (
        patch("generator.watch.listener.Observer", side_effect=OSError(number, "limit")),
        watching(content, every=SOON) as watched,
    ):
        (content / "articles/a.md").write_text("second")
        assert watched.tells_of(content / "articles/a.md")
    (told,) = watched.told
    assert told.startswith("Changes are looked for every 2 to 3 seconds: ")
    assert f"sudo sysctl {setting}" in told


@pytest.mark.slow
@pytest.mark.parametrize("limit", ["max_inotify_watches", "max_inotify_instances"])
def test_the_real_limits_of_linux(content: Path, limit: str) -> None:
    """In a user namespace of its own, whose limits are set to less than the folders that are there."""
    for number in range(30):
        (content / "articles" / str(number)).mkdir()
    least = 20 if limit == "max_inotify_watches" else 0
    setting = f"echo {least} > /proc/sys/user/{limit}"
    alone = ["unshare", "--user", "--map-root-user", "sh", "-c"]
    if (
        sys.platform != "linux"
        or subprocess.run([*alone, setting], check=False, stderr=subprocess.DEVNULL).returncode
    ):
        pytest.skip("no user namespace can be made here")
    program = (
        "import sys, threading; from pathlib import Path; from generator.watch import Watch\n"
        "content = Path(sys.argv[1])\n"
        "with Watch((content,), print) as watch:\n"
        "    (content / 'articles/29/new.md').write_text('new')\n"
        "    print(next(watch.changes()))\n"
    )
    ran = subprocess.run(
        [*alone, f'{setting} && exec "$@"', "sh", sys.executable, "-c", program, str(content)],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=PATIENCE,
    )
    told, found = ran.stdout.splitlines()
    assert f"sudo sysctl fs.inotify.{limit.replace('inotify', 'user')}=" in told
    assert "articles/29/new.md" in found
    assert ran.stderr == ""


def test_with_poll_the_system_is_asked_for_nothing(content: Path) -> None:
    with (
        patch("generator.watch.listener.Observer", side_effect=AssertionError("nobody is to listen")),
        watching(content, every=SOON, poll=True) as watched,
    ):
        for text in ("second", "third"):
            (content / "articles/a.md").write_text(text)
            assert watched.tells_of(content / "articles/a.md")
    assert watched.told == []


YEAR = 366 * 24 * 3600 * 10**9


@pytest.mark.slow
@pytest.mark.parametrize("jump", [-60 * YEAR, -YEAR, -(10**9), 10**9, YEAR, 10 * YEAR])
def test_a_clock_that_jumps_hides_no_change(content: Path, jump: int) -> None:
    """Not even one of the same size with its time put back."""
    file = content / "articles/a.md"
    clock = time.time_ns
    with watching(content, every=SOON, poll=True) as watched:
        for text in ("second", "third!"):
            times = file.stat()
            with patch.object(time, "time_ns", lambda: clock() + jump):
                file.write_text(text)
                os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
                assert watched.tells_of(file)
            file.write_text(text.upper())
            assert watched.tells_of(file)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="looks into /proc")
@pytest.mark.parametrize("poll", [False, True])
def test_thousands_of_looks_leave_nothing_behind(content: Path, poll: bool) -> None:
    """As many as in two hours, one directly after the other; a root that is missing is looked for, too."""
    looks = 0
    rescan = Watch._rescan

    def counted(watch: Watch, hinted: frozenset[str]) -> set[str]:
        nonlocal looks
        looks += 1
        return rescan(watch, hinted)

    with (
        patch.object(module, "SELDOM", 0.0),
        patch.object(Watch, "_rescan", counted),
        watching(content, content.with_name("themes"), every=0, poll=poll) as watched,
    ):
        assert until(lambda: looks > 300)
        before, began = in_use(), looks
        while looks < began + 3000:
            time.sleep(0.01)
        after = in_use()
        assert watched.wakings == 0
        (content / "articles/a.md").write_text("second")
        assert watched.tells_of(content / "articles/a.md")
    assert after[0] == before[0]
    assert after[1] <= before[1] + 2
    assert after[2] - before[2] < 2_000_000


def in_use() -> tuple[int, int, int]:
    """Threads, open files, of which a look may have one, and bytes of memory."""
    files = min(len(list(Path("/proc/self/fd").iterdir())) for _ in range(30))
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return threading.active_count(), files, pages * os.sysconf("SC_PAGE_SIZE")


def until(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < end:
        time.sleep(0.005)
    return holds()


def test_threads_that_have_ended_are_started_again(content: Path) -> None:
    with watching(content, every=SOON) as watched:
        for thread in threading.enumerate():
            if isinstance(thread, EventEmitter):
                thread.stop()
        (content / "articles/a.md").write_text("second")
        assert watched.tells_of(content / "articles/a.md")
        (content / "articles/a.md").write_text("third")
        assert watched.tells_of(content / "articles/a.md")
        assert any(isinstance(thread, EventEmitter) and thread.is_alive() for thread in threading.enumerate())
    assert watched.told == []


@pytest.mark.slow
def test_a_system_that_says_nothing_is_found_out(content: Path) -> None:
    """As network drives and folders of another machine are."""
    with (
        patch("generator.watch.listener._Ear.dispatch"),
        watching(content, every=SOON) as watched,
    ):
        for text in ("second", "third", "fourth", "fifth"):
            (content / "articles/a.md").write_text(text)
            assert watched.tells_of(content / "articles/a.md")
    (told,) = watched.told
    assert "the system does not tell of changes here" in told


@pytest.mark.slow
def test_a_root_that_is_deleted_and_made_again(content: Path) -> None:
    file = content / "articles/a.md"
    with watching(content, every=SOON) as watched:
        for text in ("second", "third"):
            file.unlink()
            file.parent.rmdir()
            content.rmdir()
            assert watched.tells_of(file, content)
            file.parent.mkdir(parents=True)
            file.write_text(text)
            assert watched.tells_of(file)
            file.write_text(text * 2)
            assert watched.tells_of(file)
    assert watched.told == []


def test_a_root_that_is_a_link_and_is_led_elsewhere(content: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    (other / "articles").mkdir(parents=True)
    (other / "articles/b.md").write_text("other")
    link = tmp_path / "link"
    link.symlink_to(content)
    with watching(link, every=SOON) as watched:
        (content / "articles/a.md").write_text("second")
        assert watched.tells_of(link / "articles/a.md")
        link.unlink()
        link.symlink_to(other)
        assert watched.tells_of(link / "articles/a.md", link / "articles/b.md")
        (other / "articles/b.md").write_text("second")
        assert watched.tells_of(link / "articles/b.md")


def test_links_below_a_root_are_not_followed(content: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (content / "articles/out").symlink_to(tmp_path / "outside")
    (content / "articles/loop").symlink_to(content)
    with watching(content, every=SOON) as watched:
        (tmp_path / "outside/x.md").write_text("new")
        (content / "articles/a.md").write_text("second")
        assert watched.tells_only_of(content / "articles/a.md")


def test_what_changes_while_the_caller_is_busy_is_told_when_it_comes_back(content: Path) -> None:
    with Watch((content,)) as watch:
        changes = watch.changes()
        (content / "articles/a.md").write_text("second")
        assert next(changes) == {content / "articles/a.md"}
        for name in "bcd":
            (content / f"articles/{name}.md").write_text("new")
        told: set[Path] = set()
        while told != {content / f"articles/{name}.md" for name in "bcd"}:
            told |= next(changes)


def test_it_is_stopped_from_another_thread_and_leaves_no_thread_behind(content: Path) -> None:
    before = threading.enumerate()
    with Watch((content,)) as watch:
        timer = threading.Timer(0.05, watch.stop)
        timer.start()
        assert list(watch.changes()) == []
        assert list(watch.changes()) == []
    timer.join()
    assert threading.enumerate() == before

"""`dateline serve` over a real folder: it shows what was saved when the system tells nothing, or too much."""

import ctypes
import os
import shutil
import signal
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.archive import article, write
from tests.commandline import dateline
from tests.preview.living import EDGE, PAGE, SMALL, until
from tests.preview.terminal import Terminal, served

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="these are faults of Linux"),
]

OVERFLOW = 0x4000
"""The mark by which Linux says that events were lost."""
MOST = Path("/proc/sys/fs/inotify/max_queued_events")
ALONE = ("unshare", "--user", "--map-root-user", "--mount")


def text(words: str) -> str:
    return article(body=words, title="The edge")


def alone(script: str) -> tuple[str, ...]:
    """The words that run a program where only it can see what this script has set up before."""
    if subprocess.run([*ALONE, "sh", "-c", script], check=False, capture_output=True).returncode:
        pytest.skip("no namespace with such limits or mounts can be made here")
    return (*ALONE, "sh", "-c", f'{script} && exec "$@"', "sh")


@contextmanager
def ready(folder: Path, *options: str, before: tuple[str, ...] = ()) -> Iterator[Terminal]:
    """A run that has read everything."""
    with served(folder, *options, before=before) as terminal:
        assert terminal.shows("The first text.", PAGE)
        yield terminal


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("archive"), SMALL)


@pytest.fixture(scope="module")
def terminal(folder: Path) -> Iterator[Terminal]:
    with ready(folder) as terminal:
        yield terminal


@contextmanager
def stopped(terminal: Terminal) -> Iterator[None]:
    """As a machine that sleeps: nothing of the program runs on."""
    os.kill(terminal.pid, signal.SIGSTOP)
    os.waitid(os.P_PID, terminal.pid, os.WSTOPPED | os.WNOWAIT)
    try:
        yield
    finally:
        os.kill(terminal.pid, signal.SIGCONT)


class Ear:
    """Hears a folder as the preview does, without ever being read: what it lost, the preview has lost."""

    def __init__(self, folder: Path) -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        self._file = libc.inotify_init1(os.O_NONBLOCK)
        assert libc.inotify_add_watch(self._file, os.fsencode(folder), 0x3CE) >= 0

    def told(self) -> list[tuple[int, str]]:
        """The mark and the name of every event."""
        data, events = b"", []
        while True:
            try:
                data += os.read(self._file, 1 << 20)
            except BlockingIOError:
                break
        while data:
            _, mark, _, length = struct.unpack("iIII", data[:16])
            events.append((mark, data[16 : 16 + length].rstrip(b"\0").decode()))
            data = data[16 + length :]
        os.close(self._file)
        return events


def test_w03_what_is_lost_when_too_many_events_come_is_found_by_the_next_look(
    terminal: Terminal, folder: Path
) -> None:
    articles = (folder / "content" / EDGE).parent
    noise = (articles / ".one", articles / ".other")
    for file in noise:
        file.touch()
    with stopped(terminal):
        ear = Ear(articles)
        for number in range(int(MOST.read_text()) + 10):
            os.utime(noise[number % 2])
        write(folder, {EDGE: text("Nobody told of this.")})
        heard = ear.told()
    assert heard[-1][0] == OVERFLOW
    assert Path(EDGE).name not in {name for _, name in heard}
    assert terminal.shows("Nobody told of this.", PAGE)
    write(folder, {EDGE: text("And this is told of.")})
    assert terminal.shows("And this is told of.", PAGE)


def test_w15_what_is_saved_while_the_machine_sleeps_is_shown_when_it_wakes(
    terminal: Terminal, folder: Path
) -> None:
    with stopped(terminal):
        for number in range(20):
            write(folder, {EDGE: text(f"Saved {number} times in the sleep.")})
        write(folder, {"articles/2024-11-30-night.md": article(day="2024-11-30", title="At night")})
    assert terminal.shows("Saved 19 times in the sleep.", PAGE)
    assert terminal.shows("At night", "/2024/11/30/night/")
    (folder / "content/articles/2024-11-30-night.md").unlink()
    assert until(lambda: terminal.get("/2024/11/30/night/")[0] == 404)


def test_w10_reading_and_a_build_into_the_same_folder_cause_nothing(terminal: Terminal, folder: Path) -> None:
    write(folder, {EDGE: text("Before the build.")})
    assert terminal.shows("Before the build.", PAGE)
    while not terminal.is_silent():
        pass
    before = terminal.get(PAGE)
    assert dateline("build", folder, "--no-search").code == 0
    for file in folder.rglob("*.md"):
        file.read_text()
    for path in ("/", "/facts/", "/facts.json", "/404", "/sources/paper/"):
        terminal.get(path)
    assert terminal.get(PAGE) == before
    write(folder, {EDGE: text("After the build.")})
    assert EDGE in terminal.next_line()
    assert terminal.shows("After the build.", PAGE)


@pytest.fixture(scope="module")
def polling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Terminal, Path]]:
    folder = write(tmp_path_factory.mktemp("polled"), SMALL)
    with ready(folder, "--poll") as terminal:
        yield terminal, folder


def test_w14_with_poll_nothing_is_asked_of_the_system_and_every_save_is_shown(
    polling: tuple[Terminal, Path],
) -> None:
    terminal, folder = polling
    held = Path(f"/proc/{terminal.pid}/fd")
    assert not any("inotify" in os.readlink(one) for one in held.iterdir())  # noqa: PTH115 -- leads to no file
    write(folder, {EDGE: text("Found by looking.")})
    assert terminal.shows("Found by looking.", PAGE)


@pytest.mark.parametrize("how", ["terminal", "polling"])
def test_w09_an_edit_that_leaves_size_and_time_as_they_were_is_shown(
    how: str, request: pytest.FixtureRequest
) -> None:
    found = request.getfixturevalue(how)
    terminal, folder = found if how == "polling" else (found, request.getfixturevalue("folder"))
    file = folder / "content" / EDGE
    write(folder, {EDGE: text("Five words stand in here.")})
    assert terminal.shows("Five words stand in here.", PAGE)
    before = file.stat()
    write(folder, {EDGE: text("Four words stand in here.")})
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert terminal.shows("Four words stand in here.", PAGE)


@pytest.mark.parametrize(
    ("limit", "least", "setting"),
    [
        pytest.param("max_inotify_watches", 2, "fs.inotify.max_user_watches=", id="w04"),
        pytest.param("max_inotify_instances", 0, "fs.inotify.max_user_instances=", id="w05"),
    ],
)
def test_w04_w05_where_the_system_lets_nothing_more_be_watched_it_says_so_and_looks_for_itself(
    tmp_path: Path, limit: str, least: int, setting: str
) -> None:
    write(tmp_path, SMALL)
    with ready(tmp_path, before=alone(f"echo {least} > /proc/sys/user/{limit}")) as terminal:
        write(tmp_path, {EDGE: text("Found all the same.")})
        assert terminal.shows("Found all the same.", PAGE)
        assert terminal.says(setting)


def test_w14_a_folder_of_which_the_system_tells_nothing_is_found_out_and_followed(tmp_path: Path) -> None:
    """As on a network drive: what is changed beneath an overlay is told to nobody who listens above."""
    write(tmp_path, SMALL)
    (tmp_path / "content").rename(tmp_path / "lower")
    for name in ("content", "upper", "work"):
        (tmp_path / name).mkdir()
    layers = f"lowerdir={tmp_path}/lower,upperdir={tmp_path}/upper,workdir={tmp_path}/work"
    with ready(
        tmp_path, before=alone(f"mount -t overlay overlay -o {layers} {tmp_path}/content")
    ) as terminal:
        for number in range(4):
            (tmp_path / "lower" / EDGE).write_text(text(f"Written below {number} times."))
            assert terminal.shows(f"Written below {number} times.", PAGE)
        assert terminal.says("network drive?")


def test_w06_a_content_folder_that_is_unmounted_and_mounted_again(tmp_path: Path) -> None:
    write(tmp_path, SMALL)
    (tmp_path / "content").rename(tmp_path / "drive")
    (tmp_path / "content").mkdir()
    mount = f"mount --bind {tmp_path}/drive {tmp_path}/content"
    with ready(tmp_path, before=alone(mount)) as terminal:
        inside = ["nsenter", "--target", str(terminal.pid), "--user", "--preserve-credentials", "--mount"]
        subprocess.run([*inside, "umount", "--lazy", f"{tmp_path}/content"], check=True)
        terminal.line("error")
        assert terminal.get(PAGE)[0] == 200
        (tmp_path / "drive" / EDGE).write_text(text("Written on another machine."))
        subprocess.run([*inside, *mount.split()], check=True)
        assert terminal.shows("Written on another machine.", PAGE)
        shutil.copy(tmp_path / "drive" / EDGE, tmp_path / "kept")
        (tmp_path / "drive" / EDGE).write_text(text("Written after that."))
        assert terminal.shows("Written after that.", PAGE)

"""`dateline check --watch` checks again after every change, in rounds that an editor's task can follow."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.archive import PLACES, ROOT, article, write
from tests.commandline import dateline

EDGE = "articles/2024-11-29-edge.md"
BEGIN, END = "dateline: checking\n", re.compile(r"dateline: checked: (.*)\n")
PATIENCE = 30


class Watching:
    """`dateline check --watch` in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "generator", "check", str(folder), "--watch"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            start_new_session=True,
        )

    def round(self) -> tuple[list[str], str]:
        """The lines between the two markers of a round, and what the second says."""
        assert self.process.stdout is not None
        lines = iter(self.process.stdout)
        assert next(lines) == BEGIN
        told = []
        for line in lines:
            if end := END.fullmatch(line):
                return told, end[1]
            told.append(line)
        raise AssertionError("it ended")

    def interrupt(self) -> tuple[int, str]:
        """Ctrl-C: the exit code, and what stands on stderr."""
        self.process.send_signal(signal.SIGINT)
        _, told = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, told


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write(tmp_path, PLACES | {EDGE: article()})


@pytest.fixture
def watching(small: Path) -> Iterator[Watching]:
    started = Watching(small)
    yield started
    if started.process.poll() is None:
        started.process.kill()
    started.process.communicate()


@pytest.mark.slow
def test_every_save_is_answered_by_a_round_until_ctrl_c(small: Path, watching: Watching) -> None:
    told, summary = watching.round()
    assert told == []
    assert summary.startswith("no mistakes in 1 document, 1 day, 0 facts (")
    write(small, {EDGE: article(more="source_url: x")})
    told, summary = watching.round()
    assert told[0].startswith(f"content/{EDGE}:5:1: error[unknown-key]: ")
    assert summary.startswith("1 error in ")
    write(small, {"site.yaml": "title: A small archive\n", EDGE: article()})
    told, summary = watching.round()
    assert told[0].startswith("content/site.yaml:1:1: error[")
    assert summary.startswith("1 error in ")
    assert watching.interrupt() == (0, "")


@pytest.mark.slow
def test_a_content_folder_that_vanishes_is_told_and_waited_for(small: Path, watching: Watching) -> None:
    watching.round()
    (small / "content").rename(small / "away")
    assert watching.round() == ([], "there is no content/ folder here")
    (small / "away").rename(small / "content")
    assert watching.round()[1].startswith("no mistakes in ")
    code, told = watching.interrupt()
    assert code == 0
    assert told.startswith("dateline: there is no content/ folder here\n  hint: ")


@pytest.mark.slow
def test_ctrl_c_ends_the_first_round_too(small: Path) -> None:
    watching = Watching(small)
    assert watching.process.stdout is not None
    assert watching.process.stdout.readline() == BEGIN
    assert watching.interrupt() == (0, "")


def test_a_folder_that_has_no_content_at_first_is_refused(tmp_path: Path) -> None:
    ran = dateline("check", tmp_path, "--watch")
    assert (ran.code, ran.out) == (2, BEGIN)
    assert ran.err.startswith("dateline: there is no content/ folder here\n")


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no terminals of that kind")
def test_on_a_terminal_a_round_says_when_it_was_and_which_file(small: Path) -> None:
    here, there = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "check", str(small), "--watch"],
        stdout=there,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env=os.environ | {"TERM": "xterm"},
    )
    os.close(there)
    with os.fdopen(here, "rb", buffering=0) as terminal:
        read_until(terminal, b"dateline: checked: no mistakes")
        write(small, {EDGE: article(more="source_url: x")})
        told = read_until(terminal, b"dateline: checked: 1 error")
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
    plain = re.sub(rb"\x1b\[[\d;]*m", b"", told)
    assert plain != told
    assert re.search(
        rb"\d\d:\d\d:\d\d  content/articles/2024-11-29-edge\.md\r\ndateline: checking\r\n", plain
    )


def read_until(terminal, words: bytes) -> bytes:
    told = b""
    while words not in told:
        told += terminal.read(4096)
    return told

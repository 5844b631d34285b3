"""`dateline serve` as an editor meets it in a terminal."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.archive import ROOT, article, write
from tests.preview.living import EDGE, PAGE, PATIENCE, SMALL, until
from tests.preview.terminal import RUNS, Terminal, served

pytestmark = pytest.mark.slow


@pytest.fixture
def terminal(tmp_path) -> Iterator[Terminal]:
    with served(write(tmp_path, SMALL)) as terminal:
        yield terminal


def test_when_everything_is_read_it_says_so_in_one_line(terminal: Terminal):
    line = terminal.line("ready")
    assert re.fullmatch(r"\d\d:\d\d:\d\d  ready: 1 document in [\d.]+ m?s, no mistakes", line)
    assert terminal.is_silent()


def test_an_archive_that_cannot_be_read_is_not_ready_before_it_can(terminal: Terminal, tmp_path: Path):
    terminal.line("ready")
    (tmp_path / "content").rename(tmp_path / "away")
    terminal.line("error[preview]")
    (tmp_path / "away").rename(tmp_path / "content")
    terminal.line("no mistakes")
    assert [line for line in terminal.said if "ready" in line] == [terminal.said[1]]


def test_it_remembers_in_the_folder_unless_it_is_told_not_to(tmp_path: Path):
    with served(write(tmp_path, SMALL), "--no-cache") as terminal:
        terminal.line("ready")
        assert not (tmp_path / ".dateline").exists()
    with served(tmp_path, "--cache", str(tmp_path / "other")) as terminal:
        terminal.line("ready")
        assert until((tmp_path / "other/memo.sqlite").exists)
        assert not (tmp_path / ".dateline").exists()
    with served(tmp_path) as terminal:
        terminal.line("ready")
        assert until((tmp_path / ".dateline/memo.sqlite").exists)


def test_a_save_is_one_calm_line_and_the_page_is_new(terminal: Terminal, tmp_path: Path):
    assert until(lambda: terminal.get(PAGE)[0] == 200)
    assert until(terminal.is_silent)
    write(tmp_path, {EDGE: article(body="The second text.", title="The edge")})
    line = terminal.line(EDGE)
    assert re.fullmatch(rf"\d\d:\d\d:\d\d  {re.escape(EDGE)}  1 page  \d+ ms", line)
    assert "The second text." in terminal.get(PAGE)[1]
    assert terminal.is_silent()


def test_mistakes_are_told_as_check_tells_them_and_only_when_they_change(terminal: Terminal, tmp_path: Path):
    assert until(lambda: terminal.get(PAGE)[0] == 200)
    assert until(terminal.is_silent)
    write(tmp_path, {EDGE: SMALL[EDGE].replace("title:", "titel:")})
    assert terminal.line("error[unknown-key]").startswith(f"content/{EDGE}:2:1: ")
    terminal.line("errors")
    assert terminal.is_silent()
    write(tmp_path, {EDGE: SMALL[EDGE]})
    terminal.line("no mistakes")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_it_ends_by_ctrl_c_without_complaint(terminal: Terminal):
    terminal.process.send_signal(signal.SIGINT)
    assert terminal.process.wait(PATIENCE) == 0


def test_a_folder_without_content_is_the_operators_mistake(tmp_path: Path):
    ran = subprocess.run([*RUNS, str(tmp_path)], capture_output=True, text=True, cwd=ROOT, check=False)
    assert ran.returncode == 2
    assert "there is no content/ folder here" in ran.stderr

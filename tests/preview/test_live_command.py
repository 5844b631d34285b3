"""`dateline serve` as an editor meets it in a terminal."""

import http.client
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest

from tests.archive import ROOT, article, write
from tests.preview.living import EDGE, PAGE, PATIENCE, SMALL, until

pytestmark = pytest.mark.slow

RUNS = [sys.executable, "-u", "-m", "generator", "serve"]


class Terminal:
    """A run of the command, and the lines that it prints."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._lines: Queue[str] = Queue()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip())

    def line(self, having: str) -> str:
        """The next line that has these words."""
        while having not in (line := self._lines.get(timeout=PATIENCE)):
            pass
        return line

    def is_silent(self) -> bool:
        """Whether nothing more was printed within a second."""
        try:
            self._lines.get(timeout=1)
        except Empty:
            return True
        return False


@pytest.fixture
def terminal(tmp_path) -> Iterator[Terminal]:
    write(tmp_path, SMALL)
    command = [*RUNS, str(tmp_path), "--port", "0", "--no-search"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT
    ) as process:
        try:
            yield Terminal(process)
        finally:
            process.kill()


def get(port: int, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", path)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def test_a_save_is_one_calm_line_and_the_page_is_new(terminal: Terminal, tmp_path: Path):
    port = int(terminal.line("Preview at").split(":")[2].split("/")[0])
    assert until(lambda: get(port, PAGE)[0] == 200)
    assert until(terminal.is_silent)
    write(tmp_path, {EDGE: article(body="The second text.", title="The edge")})
    line = terminal.line(EDGE)
    assert re.fullmatch(rf"\d\d:\d\d:\d\d  {re.escape(EDGE)}  1 page  \d+ ms", line)
    assert "The second text." in get(port, PAGE)[1]
    assert terminal.is_silent()


def test_mistakes_are_told_as_check_tells_them_and_only_when_they_change(terminal: Terminal, tmp_path: Path):
    port = int(terminal.line("Preview at").split(":")[2].split("/")[0])
    assert until(lambda: get(port, PAGE)[0] == 200)
    assert until(terminal.is_silent)
    write(tmp_path, {EDGE: SMALL[EDGE].replace("title:", "titel:")})
    assert terminal.line("error[unknown-key]").startswith(f"content/{EDGE}:2:1: ")
    terminal.line("errors")
    assert terminal.is_silent()
    write(tmp_path, {EDGE: SMALL[EDGE]})
    terminal.line("no mistakes")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_it_ends_by_ctrl_c_without_complaint(terminal: Terminal):
    terminal.line("Preview at")
    terminal.process.send_signal(signal.SIGINT)
    assert terminal.process.wait(PATIENCE) == 0


def test_a_folder_without_content_is_the_operators_mistake(tmp_path: Path):
    ran = subprocess.run([*RUNS, str(tmp_path)], capture_output=True, text=True, cwd=ROOT, check=False)
    assert ran.returncode == 2
    assert "there is no content/ folder here" in ran.stderr

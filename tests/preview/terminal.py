"""`dateline serve` as a program of its own: the lines that it prints, and what it answers over a socket."""

import http.client
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

from tests.archive import ROOT
from tests.preview.living import PATIENCE, until

RUNS = [sys.executable, "-u", "-m", "generator", "serve"]


class Terminal:
    """A run of the command."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.said: list[str] = []
        """Every line so far."""
        self._lines: Queue[str] = Queue()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(line.rstrip())
            self._lines.put(self.said[-1])

    def next_line(self) -> str:
        return self._lines.get(timeout=PATIENCE)

    def line(self, having: str) -> str:
        """The next line that has these words."""
        while having not in (line := self.next_line()):
            pass
        return line

    def is_silent(self) -> bool:
        """Whether nothing more was printed within a second."""
        try:
            self._lines.get(timeout=1)
        except Empty:
            return True
        return False

    @cached_property
    def port(self) -> int:
        """Where it serves, as it says itself."""
        return int(self.line("Preview at").split(":")[2].split("/")[0])

    def get(self, path: str) -> tuple[int, str]:
        """Status and text of what stands at a path."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text

    def shows(self, text: str, path: str) -> bool:
        """Wait until a page has this text; False when it gave up."""
        return until(lambda: text in self.get(path)[1])

    def says(self, words: str) -> bool:
        """Wait until it has said this, at whatever time; False when it gave up."""
        return until(lambda: any(words in line for line in self.said))

    @property
    def pid(self) -> int:
        return self.process.pid


@contextmanager
def served(folder: Path, *options: str, before: Sequence[str] = ()) -> Iterator[Terminal]:
    """A run over this folder; `before` are the words that come first, such as those of `unshare`."""
    command = [*before, *RUNS, str(folder), "--port", "0", "--no-search", *options]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT
    ) as process:
        try:
            terminal = Terminal(process)
            assert terminal.port
            yield terminal
        finally:
            process.kill()

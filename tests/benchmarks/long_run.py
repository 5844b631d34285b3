"""What a long day does to the preview: `python tests/benchmarks/long_run.py [--minutes 10]`.

Starts `dateline serve` over an archive (`--documents 300` made for it, or a copy of `--folder FOLDER`),
leaves it alone for a while (`--idle 30` seconds), and then saves, renames, moves, deletes, breaks, mends and
restyles at random (`--seed 1`), while browsers (`--clients 20`) listen to the events, ask for what changed,
and hang up in the middle. At the end, and once all is worked in, every file of the site is compared with a
fresh `dateline build`. Prints what was done, memory, threads and open files in the course of time, and fails
where what is served differs from what is built. Linux only: it looks into /proc.
"""

import argparse
import http.client
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from corpus import write_archive
from editing import Desk

ROOT = Path(__file__).parents[2]
PATIENCE = 600
SCRIPT = re.compile(rb'<script src="/-/preview.js"[^>]*></script>')
TICKS = os.sysconf("SC_CLK_TCK")


class Sample(NamedTuple):
    """The process at one moment."""

    seconds: float
    memory: float
    """Resident, in MB."""
    threads: int
    files: int


def main() -> None:
    """Read the options, run, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="an archive to copy")
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--idle", type=float, default=30)
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dateline-long-") as temporary:
        folder = Path(temporary) / "archive"
        if options.folder:
            shutil.copytree(options.folder / "content", folder / "content")
        else:
            write_archive(folder, options.documents)
        shutil.copytree(ROOT / "themes" / "default", folder / "themes" / "default")
        sys.exit(run(folder, options))


def run(folder: Path, options: argparse.Namespace) -> int:
    """Serve, edit, compare; the exit code."""
    words = ["serve", str(folder), "--port", "0", "--no-search"]
    log = folder.with_name("log")
    with log.open("w") as said:
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "generator", *words], stdout=said, stderr=subprocess.STDOUT, cwd=ROOT
        )
    try:
        browsers = Browsers(port_in(log), options.clients)
        wait_until_idle(process.pid)
        before = used(process.pid)
        time.sleep(options.idle)
        share = 100 * (used(process.pid) - before) / max(1, options.idle)
        print(f"idle for {options.idle:.0f} s: {share:.2f} % CPU", flush=True)
        desk, samples = edited(folder, process.pid, options)
        browsers.stop()
        wait_until_idle(process.pid)
        samples.append(sample(process.pid, options.minutes * 60))
        print(f"done: {', '.join(f'{name} {times}' for name, times in sorted(desk.done.items()))}")
        print(f"browsers: {browsers.events:,} events, {browsers.pages:,} pages, {browsers.left:,} hung up")
        print(f"terminal: {len(log.read_text().splitlines()):,} lines")
        tell(samples)
        return compared(folder, browsers.port)
    finally:
        process.terminate()
        process.wait()


def port_in(log: Path) -> int:
    """The port, as soon as the program has said it."""
    end = time.monotonic() + PATIENCE
    while not (found := re.search(r"http://localhost:([0-9]+)/", log.read_text())):
        if time.monotonic() > end:
            raise SystemExit(log.read_text())
        time.sleep(0.05)
    return int(found[1])


def edited(folder: Path, process: int, options: argparse.Namespace) -> tuple[Desk, list[Sample]]:
    """Work in the folder for as long as was asked for, and look at the process now and then."""
    desk, samples = Desk(folder, options.seed), []
    began = time.monotonic()
    while (seconds := time.monotonic() - began) < options.minutes * 60:
        if not samples or seconds - samples[-1].seconds >= options.minutes:
            samples.append(sample(process, seconds))
        desk.work()
        time.sleep(0.3)
    desk.finish()
    return desk, samples


class Browsers:
    """Clients that listen to the events and ask for the pages that changed."""

    def __init__(self, port: int, number: int) -> None:
        self.port = port
        self.events = self.pages = self.left = 0
        self._stopped = False
        self._threads = [
            threading.Thread(target=self._browse, args=(place,), daemon=True) for place in range(number)
        ]
        found = None
        while not found:
            found = re.search(rb'data-token="([^"]+)"', self._get("/404.html")[1])
        self._token = found[1].decode()
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._stopped = True
        for thread in self._threads:
            thread.join()

    def _browse(self, place: int) -> None:
        while not self._stopped:
            try:
                self._listen(place)
            except (OSError, http.client.HTTPException):
                continue

    def _listen(self, place: int) -> None:
        stream = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        stream.request("GET", f"/-/events?token={self._token}")
        for line in stream.getresponse():
            if self._stopped:
                break
            if not line.startswith(b"data:"):
                continue
            self.events += 1
            event = json.loads(line[5:])
            for page in (event.get("pages") or ["/", "/facts/"])[:2]:
                if (self.events + place) % 9 == 0:
                    self._hang_up(page)
                else:
                    self._get(page)
            self._get(f"/-/state?token={self._token}&page=/")
            if (self.events + place) % 50 == 0:
                break  # the tab is closed, and another opened
        stream.close()

    def _get(self, path: str) -> tuple[int, bytes]:
        self.pages += 1
        return fetch(self.port, path)

    def _hang_up(self, path: str) -> None:
        self.left += 1
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path)
        if connection.sock is not None:
            connection.sock.recv(10)
        connection.close()


def fetch(port: int, path: str) -> tuple[int, bytes]:
    """Status and body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, body


def sample(process: int, seconds: float) -> Sample:
    """How the process is."""
    status = Path(f"/proc/{process}/status").read_text()
    files = len(os.listdir(f"/proc/{process}/fd"))  # noqa: PTH208 -- what is listed goes meanwhile
    memory, threads = (int(status.split(f"{name}:")[1].split()[0]) for name in ("VmRSS", "Threads"))
    return Sample(seconds, memory / 1000, threads, files)


def used(process: int) -> float:
    """Seconds of CPU that it has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def wait_until_idle(process: int) -> None:
    """Until it has done next to nothing for four seconds, in which it has looked at its files."""
    before, end = -1.0, time.monotonic() + PATIENCE
    while (now := used(process)) - before > 0.2:
        if time.monotonic() > end:
            raise SystemExit("it has no rest")
        before = now
        time.sleep(4)


def tell(samples: list[Sample]) -> None:
    """Print the course of memory, threads and files, and what memory does in the second half of the time."""
    late = samples[len(samples) // 2 :]
    times, memory = [one.seconds / 60 for one in late], [one.memory for one in late]
    slope = statistics.linear_regression(times, memory).slope
    print(f"{'minutes':>8}{'MB':>8}{'threads':>9}{'files':>7}")
    for one in (*samples[:: max(1, len(samples) // 12)], samples[-1]):
        print(f"{one.seconds / 60:8.1f}{one.memory:8.1f}{one.threads:9}{one.files:7}")
    first, last = samples[0], samples[-1]
    print(f"memory: {first.memory:.0f} to {last.memory:.0f} MB; in the second half {slope:+.2f} MB a minute")
    print(f"threads: {first.threads} to {last.threads}; open files: {first.files} to {last.files}")


def compared(folder: Path, port: int) -> int:
    """Print what differs between what is served and what a fresh build writes; the exit code."""
    site = folder.with_name("built")
    words = ["build", str(folder), "--drafts", "--no-search", "--output", str(site)]
    built = subprocess.run(
        [sys.executable, "-m", "generator", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if built.returncode:
        print(built.stdout[-2000:], built.stderr[-2000:])
    number, wrong = 0, []
    for path, content in files_of(site):
        number += 1
        status, served = fetch(port, path)
        expected = 404 if path == "/404.html" else 200
        if status not in {200, expected} or SCRIPT.sub(b"", served) != content:
            wrong.append(path)
    print(f"compared with a clean build: {number:,} files, {len(wrong):,} differ {' '.join(wrong[:10])}")
    return bool(wrong) or not number


def files_of(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a site by the address at which it is served."""
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if file.is_file() and not any(part.startswith(".") for part in Path(path).parts):
            address = re.sub(r"(^|/)index.html$", r"\1", path)
            yield f"/{address}", file.read_bytes()


if __name__ == "__main__":
    main()

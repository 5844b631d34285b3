"""How long the preview takes from a save to the body of the page: `python tests/benchmarks/preview.py`.

Makes an archive (`--documents 1000`), starts `dateline serve` on it, waits for the first page and until all
is read, and saves one document after another (`--saves 20`), each with other words. Prints the seconds to the
first page and to the whole archive, and in milliseconds the median, the quickest and the slowest of the times
from before a save until a client that listens to the events has the whole page with the new words.

`--hugo PROGRAM` measures `hugo server` on the same texts, in the same way: the page is asked for until it has
the new words, because the events of Hugo say nothing of them.
"""

import argparse
import http.client
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from corpus import write_archive

ROOT = Path(__file__).parents[2]
PORT = 18765
PAUSE = 1.0
"""Seconds between a save and the next one, in which a person would write."""
PATIENCE = 900


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--saves", type=int, default=20)
    parser.add_argument("--hugo", type=Path, help="the program to measure beside")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as temporary:
        folder = Path(temporary)
        write_archive(folder, options.documents)
        print(f"{options.documents:,} documents, {options.saves} saves")
        print(f"dateline: {dateline(folder, options.saves)}", flush=True)
        if options.hugo:
            print(f"hugo:     {hugo(folder, options.hugo, options.saves)}")


def dateline(folder: Path, saves: int) -> str:
    """Measure `dateline serve`."""
    command = [sys.executable, "-m", "generator", "serve", str(folder), "--port", str(PORT), "--no-search"]
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT)
    try:
        wait_for(lambda: fetch("/")[0] == 200)
        first = time.monotonic() - began
        oldest = document_path(sorted((folder / "content" / "articles").rglob("*.md"))[0])
        wait_for(lambda: fetch(oldest)[0] == 200, 0.1)
        whole = time.monotonic() - began
        found = re.search(rb'data-token="([^"]+)"', fetch("/404")[1])
        assert found is not None
        times = []
        for number in range(saves):
            wait_for(lambda: is_idle(process.pid))
            times.append(saved(folder, number, saves, found[1].decode()))
    finally:
        process.terminate()
        process.wait()
    return f"first page {first:.2f} s, whole archive {whole:.1f} s, save to body {in_words(times)}"


def saved(folder: Path, number: int, saves: int, token: str) -> float:
    """Save one document and wait until its page is there; milliseconds."""
    files = sorted((folder / "content" / "articles").rglob("*.md"))
    file = files[number * len(files) // saves]
    path, word = document_path(file), f"benchword{number}"
    fetch(path)
    stream = http.client.HTTPConnection("127.0.0.1", PORT, timeout=PATIENCE)
    stream.request("GET", f"/-/events?token={token}")
    events = stream.getresponse()
    time.sleep(PAUSE)
    text = file.read_text(encoding="utf-8")
    began = time.monotonic()
    file.write_text(f"{text.rstrip()} {word}\n", encoding="utf-8")
    while word.encode() not in body_after(events, path):
        pass
    took = 1000 * (time.monotonic() - began)
    stream.close()
    return took


def body_after(events: http.client.HTTPResponse, path: str) -> bytes:
    """The page, asked for as soon as an event says that it changed."""
    for line in events:
        if line.startswith(b"data:"):
            event = json.loads(line[5:])
            if event.get("kind") == "changed" and (not event["pages"] or path in event["pages"]):
                return fetch(path)[1]
    raise SystemExit("the stream of events ended")


def is_idle(process: int) -> bool:
    """Whether a process has done next to nothing for half a second."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():  # no Linux: long enough for most archives
        time.sleep(5)
        return True

    def ticks() -> int:
        fields = stat.read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    before = ticks()
    time.sleep(0.5)
    return ticks() - before < 5


def hugo(folder: Path, program: Path, saves: int) -> str:
    """Measure `hugo server` on the same documents, as plain pages with a list of them a day."""
    site = folder / "hugo"
    files = sorted((folder / "content" / "articles").rglob("*.md"))
    for file in files:
        target = site / "content" / document_path(file).strip("/") / "index.md"
        target.parent.mkdir(parents=True)
        title, body = re.search(r"title: (.*)", file.read_text())[1], file.read_text().split("---\n")[2]  # type: ignore[index]
        target.write_text(f"---\ntitle: {title}\ndate: {file.name[:10]}\n---\n{body}")
    layouts = site / "layouts" / "_default"
    layouts.mkdir(parents=True)
    page = "<html><body><h1>{{ .Title }}</h1>{{ .Content }}</body></html>"
    (layouts / "single.html").write_text(page)
    (layouts / "list.html").write_text(
        "<html><body>{{ range .Pages }}<p>{{ .Title }}</p>{{ end }}</body></html>"
    )
    (site / "hugo.toml").write_text('baseURL = "http://localhost/"\n')
    command = [
        str(program.absolute()),
        "server",
        "--port",
        str(PORT),
        "--bind",
        "127.0.0.1",
        "--source",
        str(site),
    ]
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        wait_for(lambda: fetch(document_path(files[0]))[0] == 200)
        first = time.monotonic() - began
        times = []
        for number in range(saves):
            file = files[number * len(files) // saves]
            target = site / "content" / document_path(file).strip("/") / "index.md"
            word = f"hugoword{number}".encode()
            time.sleep(PAUSE)
            before = time.monotonic()
            target.write_text(f"{target.read_text().rstrip()} {word.decode()}\n")
            wait_for(partial(has, document_path(file), word))
            times.append(1000 * (time.monotonic() - before))
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(site)
    return f"first page {first:.2f} s, save to body {in_words(times)}"


def has(path: str, word: bytes) -> bool:
    """Whether a page has a word."""
    return word in fetch(path)[1]


def document_path(file: Path) -> str:
    """Where the page of an article of the corpus stands."""
    return f"/{file.name[:10].replace('-', '/')}/{file.stem[11:]}/"


def fetch(path: str) -> tuple[int, bytes]:
    """Status and body; 0 while nobody answers."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    except ConnectionError:
        return 0, b""
    finally:
        connection.close()


def wait_for(holds: Callable[[], bool], pause: float = 0.002) -> None:
    """Ask until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise SystemExit("it did not come")
        time.sleep(pause)


def in_words(times: list[float]) -> str:
    """Median, quickest and slowest."""
    return f"median {statistics.median(times):.0f} ms, {min(times):.0f} to {max(times):.0f} ms"


if __name__ == "__main__":
    main()

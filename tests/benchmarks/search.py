"""What the search costs: `python tests/benchmarks/search.py FOLDER --pages 10000 --shards 1,5,20,80`.

Writes pages of 550 words (a vocabulary of 30,000 in which a few words are common, as in real texts) into
FOLDER, and indexes them in one run of Pagefind, in shards that are put together (what `dateline build` does),
and in equal shards that only the browser merges. Prints for each the seconds, the processor's seconds of
Pagefind and of ours and the greatest memory of one run; then what a reader pays with an empty cache over
"Fast 4G" for the first search, for the facets, and for a second search: requests, bytes and milliseconds.
"""

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import accumulate
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import sync_playwright  # noqa: E402 - the path comes first

from generator.search import day_of, find_pagefind, seen_digest, shards_of, site_bundle  # noqa: E402
from tests.browser.chromium import launch  # noqa: E402

FIRST = date(2020, 1, 1)
VOCABULARY, WORDS, A_DAY = 30_000, 550, 20
COMMON, RARE = 25, 400
"""Places in the vocabulary of the two words that are looked for."""
FAST_4G = {
    "offline": False,
    "latency": 165,
    "downloadThroughput": 9e6 / 8 * 0.9,
    "uploadThroughput": 1.5e6 / 8 * 0.9,
}
SEARCH = """async ([main, others, terms]) => {
  const pagefind = await import(main + "pagefind.js");
  // In a worker the requests would not be slowed down.
  await pagefind.options({ noWorker: true, baseUrl: "/" });
  await Promise.all(others.map((other) => pagefind.mergeIndex(other)));
  const told = [];
  const step = async (name, work) => {
    const began = performance.now();
    const found = await work();
    told.push([name, performance.now() - began, found, performance.now()]);
  };
  const search = async (term) => {
    const { results } = await pagefind.search(term);
    await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return results.length;
  };
  await step(terms[0], () => search(terms[0]));
  await step("facets", async () => Object.keys(await pagefind.filters()).length);
  await step(terms[1], () => search(terms[1]));
  return told;
}"""


def main() -> None:
    """Read the options, make the pages and the indexes, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--shards", default="1,5,20")
    options = parser.parse_args()
    folder = options.folder
    terms = write_pages(folder / "pages", options.pages)
    print(f"{options.pages:,} pages; a common word, the facets, a rarer word")
    measured("put together", partial(put_together, folder, options.pages))
    bundles = {"put together": ["/joined/pagefind/"]}
    for count in map(int, options.shards.split(",")):
        measured(f"{count} merged", partial(apart, folder, count))
        bundles[f"{count} merged"] = [f"/{count}/{number}/" for number in reversed(range(count))]
    for name, paths in bundles.items():
        print(f"{name:>14}: {'; '.join(paid(folder, paths, terms))}", flush=True)


def write_pages(folder: Path, count: int) -> tuple[str, str]:
    """Make the pages; the words to look for."""
    chance = random.Random(7)  # noqa: S311  # repeatable, not secret
    letters = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        words["".join(chance.choices(letters, k=chance.randint(2, 5)))] = None
    vocabulary = list(words)
    weights = list(accumulate(1 / (place + 2.7) for place in range(VOCABULARY)))
    actors = [" ".join(chance.choices(vocabulary, k=2)).title() for _ in range(40)]
    for number in range(count):
        day = FIRST + timedelta(days=number // A_DAY)
        text = chance.choices(vocabulary, cum_weights=weights, k=WORDS)
        title = " ".join(chance.choices(vocabulary, cum_weights=weights, k=6)).capitalize()
        facets = {"kind": "article", "source": f"Source {number % 8}", "topic": f"Story {number // 50}"}
        marks = [
            ("year", str(day.year)),
            *facets.items(),
            *(("actor", one) for one in chance.sample(actors, 4)),
        ]
        head = "".join(f'<meta content="{v}" data-pagefind-filter="{name}[content]">' for name, v in marks)
        file = folder / f"{day:%Y/%m/%d}/text-{number}/index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            f'<!doctype html><html lang="en"><head><title>{title}</title>{head}'
            f'<meta content="{title}" data-pagefind-meta="title[content]">'
            f'<meta content="{day}" data-pagefind-sort="date[content]" data-pagefind-meta="date[content]">'
            f"</head><body><main data-pagefind-body><h1>{title}</h1><p>{' '.join(text)}</p></main></body>",
            encoding="utf-8",
        )
    return vocabulary[COMMON], vocabulary[RARE]


def measured(name: str, work: Callable[[], int]) -> None:
    """Do it in a process of its own, and print what it cost."""
    if child := os.fork():
        os.waitpid(child, 0)
        return
    began = time.monotonic()
    count = work()
    ours, pagefind = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(
        f"{name:>14}: {count} runs, {time.monotonic() - began:.1f} s; processor {ours.ru_utime:.1f} s ours, "
        f"{pagefind.ru_utime:.1f} s Pagefind; memory {ours.ru_maxrss // 1024} MB ours, "
        f"{pagefind.ru_maxrss // 1024} MB Pagefind",
        flush=True,
    )
    os._exit(0)


def put_together(folder: Path, count: int) -> int:
    """As a build does it."""
    pages = folder / "pages"
    files = sorted(file.relative_to(pages).as_posix() for file in pages.rglob("*.html"))[:count]
    shards = shards_of([(file, day_of(file), 1) for file in files])
    shutil.rmtree(folder / "store", ignore_errors=True)
    bundle = site_bundle(
        shards,
        lambda file: seen_digest((pages / file).read_bytes()),
        lambda file: (pages / file).read_bytes(),
        "en",
        find_pagefind(),
        folder / "store",
    )
    for path, content in bundle.items():
        file = folder / "joined" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return len(shards)


def apart(folder: Path, count: int) -> int:
    """Equal shards by time, two runs at once; with one it is Pagefind over the whole."""
    days = sorted((folder / "pages").glob("*/*/*"))

    def one(number: int) -> None:
        part = folder / f"part-{count}-{number}"
        for day in days[number * len(days) // count : (number + 1) * len(days) // count]:
            target = part / day.relative_to(folder / "pages")
            shutil.copytree(day, target, copy_function=os.link, dirs_exist_ok=True)
        where = ["--site", str(part), "--output-path", str(folder / str(count) / str(number))]
        subprocess.run([*find_pagefind(), *where, "--force-language", "en", "--silent"], check=True)
        shutil.rmtree(part)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(one, range(count)))
    return count


def paid(folder: Path, paths: Sequence[str], terms: tuple[str, str]) -> Iterator[str]:
    """What a reader pays: step by step the results, requests, kilobytes and milliseconds."""
    with sync_playwright() as playwright, served(folder) as (address, sent):
        browser = launch(playwright)
        page = browser.new_page()
        page.goto(f"{address}/empty.html")
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", FAST_4G)
        began = page.evaluate("performance.now()")
        told: list[Any] = page.evaluate(SEARCH, [paths[0], list(paths[1:]), list(terms)])
        browser.close()
    for place, (name, took, found, ended) in enumerate(told):
        milliseconds = took if place else ended - began
        yield f"{name} ({found}) {milliseconds:.0f} ms"
    yield f"in all {len(sent)} requests, {sum(sent) / 1000:.0f} kB"


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """The address under which a folder is served, and the sizes of what was sent."""
    sent: list[int] = []
    (folder / "empty.html").write_text("<!doctype html><html lang=en><title>Empty</title></html>")

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def send_header(self, keyword: str, value: str) -> None:
            if keyword == "Content-Length" and "empty" not in self.path:
                sent.append(int(value))
            super().send_header(keyword, value)

        def log_message(self, format: str, *args: object) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", sent
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    main()

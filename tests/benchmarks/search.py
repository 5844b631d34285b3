"""What the search costs: `python tests/benchmarks/search.py FOLDER --pages 10000`.

Writes pages of 550 words (a vocabulary of 30,000 in which a few words are common, as in real texts) into
FOLDER, and indexes them as `dateline build` does (in shards that are put together), after one edit, and in
one run of Pagefind over all. `--shards 5,20` adds equal shards that only the browser merges. Prints for each
the seconds, the processor's seconds (ours and Pagefind's) and the greatest memory of one process. Then what
a reader pays over "Fast 4G" with an empty cache until the first ten results of a common and of a rarer word:
milliseconds, requests and kilobytes, medians of rounds in which all are measured in turn. `--reader` measures
only that, of what an earlier run left in FOLDER.
"""

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler
from itertools import accumulate
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import sync_playwright  # noqa: E402 - the path comes first

from generator.search import (  # noqa: E402
    Bundle,
    day_of,
    find_pagefind,
    forget_unused,
    seen_digest,
    shards_of,
    site_bundle,
)
from generator.search.shards import LARGEST  # noqa: E402
from generator.workers import processes  # noqa: E402
from tests.benchmarks.machine import machine  # noqa: E402
from tests.browser.chromium import launch  # noqa: E402
from tests.browser.server import running  # noqa: E402

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
Reading = tuple[float, int, int, int]
"""Milliseconds, requests, bytes, and how many results there are."""
SEARCH = """async ([main, others, term]) => {
  const pagefind = await import(main + "pagefind.js");
  // In a worker the requests would not be slowed down.
  await pagefind.options({ noWorker: true, baseUrl: "/" });
  await Promise.all(others.map((other) => pagefind.mergeIndex(other)));
  const { results } = await pagefind.search(term);
  await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return [performance.now(), results.length];
}"""


def main() -> None:
    """Read the options, make the pages and the indexes, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--shards", default="1")
    parser.add_argument("--largest", type=int, default=LARGEST)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--reader", action="store_true")
    options = parser.parse_args()
    folder = options.folder
    counts = [int(count) for count in options.shards.split(",")]
    terms = write_pages(folder / "pages", options.pages)
    print(f"{options.pages:,} pages; {', '.join(machine().values())}", flush=True)
    if not options.reader:
        shutil.rmtree(folder / "store", ignore_errors=True)
        build = built(folder, options.pages, options.largest)
        measured("put together", build)
        measured("the same", build)
        measured("one edit", built(folder, options.pages, options.largest, edit=True))
        for count in counts:
            measured(f"{count} merged", partial(apart, folder, count))
        write_out(folder, build())
    addresses = {f"{count} merged": [f"/{count}/{n}/" for n in reversed(range(count))] for count in counts}
    addresses["put together"] = ["/joined/pagefind/"]
    readings = {(name, term): list[Reading]() for name in addresses for term in terms}
    for _ in range(options.rounds):
        for (name, term), found in readings.items():
            found.append(paid(folder, addresses[name], term))
    for (name, term), found in readings.items():
        milliseconds, requests, size, results = (median(one) for one in zip(*found, strict=True))
        print(
            f"{name:>14}: {term} ({results:.0f} results) {milliseconds:.0f} ms, "
            f"{requests:.0f} requests, {size / 1000:.0f} kB"
        )


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


def measured(name: str, work: Callable[[], object]) -> None:
    """Do it in a process of its own, and print what it cost."""
    if child := os.fork():
        os.waitpid(child, 0)
        return
    began = time.monotonic()
    work()
    ours, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(
        f"{name:>14}: {time.monotonic() - began:.1f} s; "
        f"processor {ours.ru_utime + ours.ru_stime:.1f} s this process, "
        f"{others.ru_utime + others.ru_stime:.1f} s Pagefind and workers; "
        f"memory {ours.ru_maxrss // 1024} and {others.ru_maxrss // 1024} MB",
        flush=True,
    )
    os._exit(0)


def built(folder: Path, count: int, largest: int, edit: bool = False) -> Callable[[], Bundle]:
    """Makes the search as a build does it, which knows the digests of its pages."""
    pages = folder / "pages"
    files = sorted(file.relative_to(pages).as_posix() for file in pages.rglob("*.html"))[:count]
    edited = files[len(files) * 3 // 7] if edit else ""

    def page(file: str) -> bytes:
        content = (pages / file).read_bytes()
        return content.replace(b"<p>", b"<p>Giraffe ", 1) if file == edited else content

    digests = {file: seen_digest(page(file)) for file in files}
    shards = shards_of([(file, day_of(file), 1) for file in files], largest)

    def build() -> Bundle:
        store = folder / "store"
        bundle = site_bundle(
            shards, digests.__getitem__, page, "en", find_pagefind(), store, opened=processes(2)
        )
        forget_unused(store, bundle)
        return bundle

    return build


def write_out(folder: Path, bundle: Bundle) -> None:
    """Write a bundle where a reader finds it."""
    shutil.rmtree(folder / "joined", ignore_errors=True)
    for path, content in bundle.items():
        file = folder / "joined" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def apart(folder: Path, count: int) -> None:
    """Equal shards by time, two runs at once; with one it is Pagefind over the whole."""
    days = sorted((folder / "pages").glob("*/*/*"))
    shutil.rmtree(folder / str(count), ignore_errors=True)  # Pagefind does not write what is there

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


def paid(folder: Path, paths: Sequence[str], term: str) -> Reading:
    """What a reader pays until the first results."""
    with sync_playwright() as playwright, served(folder) as (address, sent):
        browser = launch(playwright)
        page = browser.new_page()
        page.goto(f"{address}/empty.html")
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", FAST_4G)
        began = page.evaluate("performance.now()")
        ended, results = page.evaluate(SEARCH, [paths[0], list(paths[1:]), term])
        browser.close()
    return ended - began, len(sent), sum(sent), results


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

    with running(partial(Handler, directory=str(folder))) as address:
        yield address, sent


if __name__ == "__main__":
    main()

"""What a reader pays for the first results of a site: `python tests/benchmarks/reader.py SITE WORD...`.

SITE was built with its search. The real pages, the real script and Pagefind with its worker are asked for
each word, with an empty cache, by a server that is as slow as "Fast 4G": it waits before each answer, and
sends all answers together at the rate of the line. (Chromium's own way to slow requests leaves out those of
workers.) Prints the seconds until the first result is seen, the requests and the kilobytes up to then, packed
as hosts pack them, as medians: of /search/?q=WORD, and of the dialog, where the word is typed at once after
the key, and a second later.
"""

import argparse
import gzip
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import BaseHTTPRequestHandler
from mimetypes import guess_type
from pathlib import Path
from statistics import median
from urllib.parse import quote, urlsplit

sys.path.insert(0, str(Path(__file__).parents[2]))

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import launch
from tests.browser.server import TYPES, running

WAIT, RATE = 0.165, 9e6 / 8 * 0.9
"""Seconds before an answer, and bytes a second: what Chromium calls Fast 4G."""
BLOCK = 1 << 14
PACKED = ("text/", "application/json", "image/svg+xml")
QUIET = "about/method/"
"""A page on which the dialog is opened."""
Paid = tuple[float, int, int]
"""Seconds, requests, bytes."""


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("words", nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    ways: dict[str, Callable[[Page, str, str, list[int]], float]] = {
        "page": by_page,
        "dialog, typed at once": partial(by_dialog, 0),
        "dialog, typed after 1 s": partial(by_dialog, 1),
    }
    with sync_playwright() as playwright, served(options.site) as (base, sent):
        browser = launch(playwright)
        for word in options.words:
            for name, way in ways.items():
                found = [paid(browser, way, base, word, sent) for _ in range(options.rounds)]
                seconds, requests, size = (median(one) for one in zip(*found, strict=True))
                print(
                    f"{word:>16}  {name:<24} {seconds:5.2f} s {requests:4.0f} requests {size / 1000:6.0f} kB"
                )
        browser.close()


def paid(
    browser: Browser,
    way: Callable[[Page, str, str, list[int]], float],
    base: str,
    word: str,
    sent: list[int],
) -> Paid:
    """What one search costs."""
    context = browser.new_context()
    began = way(page := context.new_page(), base, word, sent)
    page.locator("#search-results .result").first.wait_for(timeout=120_000)
    seconds, told = time.perf_counter() - began, list(sent)
    context.close()
    return seconds, len(told), sum(told)


def by_page(page: Page, base: str, word: str, sent: list[int]) -> float:
    """A link to the results is followed; when that was."""
    sent.clear()
    began = time.perf_counter()
    page.goto(f"{base}search/?q={quote(word)}", wait_until="commit")
    return began


def by_dialog(seconds: float, page: Page, base: str, word: str, sent: list[int]) -> float:
    """A key is pressed and the word typed some seconds later; when that was."""
    page.goto(base + QUIET, wait_until="networkidle")
    sent.clear()
    page.keyboard.press("/")
    time.sleep(seconds)
    began = time.perf_counter()
    page.keyboard.type(word)
    return began


@contextmanager
def served(site: Path) -> Iterator[tuple[str, list[int]]]:
    """The address of a site on a slow line, and the bytes of each answer."""
    sent: list[int] = []
    line = threading.Lock()

    class Slow(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            file = site / urlsplit(self.path).path.lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            time.sleep(WAIT)
            kind = TYPES.get(file.suffix) or guess_type(file.name)[0] or "application/octet-stream"
            content = file.read_bytes() if file.is_file() else b""
            packed = gzip.compress(content) if kind.startswith(PACKED) else content
            sent.append(len(packed))
            self.send_response(200 if file.is_file() else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(packed)))
            if packed is not content:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            with suppress(ConnectionError):
                for at in range(0, len(packed), BLOCK):
                    with line:
                        time.sleep(len(packed[at : at + BLOCK]) / RATE)
                    self.wfile.write(packed[at : at + BLOCK])

        def log_message(self, format: str, *args: object) -> None:
            """Silent."""

    with running(Slow) as address:
        yield f"{address}/", sent


if __name__ == "__main__":
    main()

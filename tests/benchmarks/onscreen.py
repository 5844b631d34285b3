"""How a preview is measured: from a save to the new words, in the body of the page and on a screen."""

import statistics
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from peers.article import Article
from playwright.sync_api import Browser
from servers import Server
from waiting import PATIENCE, fetch, free_port, wait_for, wait_until_idle

ROOT = Path(__file__).parents[2]
FEWEST = 3
"""Saves that are measured however long they take."""
READ = 1.0
"""Seconds between a save and the next one, in which a person would write."""


@dataclass(frozen=True, slots=True)
class Times:
    """What was measured of one server; seconds."""

    first: float
    """From its start to a first page."""
    whole: float
    """From its start until the oldest article is there."""
    body: tuple[float, ...]
    """From before a save to the body of the page with the new words."""
    screen: tuple[float, ...]
    """From before a save until a browser shows them."""


@dataclass(frozen=True, slots=True)
class Run:
    """A server that runs over a folder laid out."""

    server: Server
    folder: Path
    port: int
    process: subprocess.Popen[bytes]

    def page(self, article: Article) -> str:
        """The address of an article, from the root."""
        return f"/{article.address}/"

    def save(self, article: Article, word: str) -> float:
        """Put a word at the end of an article; the moment before."""
        file = self.folder / self.server.peer.article(article)
        text = file.read_text(encoding="utf-8").rstrip()
        began = time.monotonic()
        file.write_text(f"{text} {word}\n", encoding="utf-8")
        return began


def measured(
    server: Server,
    tools: Path,
    folder: Path,
    articles: Sequence[Article],
    browser: Browser,
    saves: int,
    longest: float,
) -> Times:
    """Start a server, and save one article after the other, for `longest` seconds at most."""
    began = time.monotonic()
    with serving(server, tools, folder) as run:
        wait_for(lambda: fetch(run.port, "/")[0] == 200)
        first = time.monotonic() - began
        wait_for(lambda: fetch(run.port, run.page(articles[0]))[0] == 200, 0.05)
        whole = time.monotonic() - began
        chosen = [articles[number * len(articles) // saves] for number in range(saves)]
        body = _times(chosen, longest, lambda article, word: _to_body(run, article, word))
        with _reader(run, browser) as on_screen:
            screen = _times(chosen, longest, on_screen)
    return Times(first, whole, body, screen)


@contextmanager
def serving(server: Server, tools: Path, folder: Path) -> Iterator[Run]:
    """A server, for as long as the block lasts."""
    port = free_port()
    where = ROOT if server.peer.name == "dateline" else folder
    with tools.with_suffix(".serve.log").open("wb") as said:
        process = subprocess.Popen(server.command(tools, folder, port), stdout=said, stderr=said, cwd=where)
        try:
            yield Run(server, folder, port, process)
        finally:
            process.terminate()
            process.wait()


def _times(
    articles: Sequence[Article], longest: float, once: Callable[[Article, str], float]
) -> tuple[float, ...]:
    times: list[float] = []
    for number, article in enumerate(articles):
        if number >= FEWEST and sum(times) > longest:
            break
        times.append(once(article, f"benchword{number}{article.slug.replace('-', '')}"))
    return tuple(times)


def _to_body(run: Run, article: Article, word: str) -> float:
    """The page is asked for until it has the word: not every server tells of its changes in a way of use."""
    fetch(run.port, run.page(article))
    wait_until_idle(run.process.pid)
    time.sleep(READ)
    began = run.save(article, word)
    wait_for(lambda: word.encode() in fetch(run.port, run.page(article))[1])
    return time.monotonic() - began


@contextmanager
def _reader(run: Run, browser: Browser) -> Iterator[Callable[[Article, str], float]]:
    """A browser with one tab; each server keeps it up to date in its own way."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)

    def on_screen(article: Article, word: str) -> float:
        screenword = f"screen{word}"
        page.goto(f"http://localhost:{run.port}{run.page(article)}")
        wait_until_idle(run.process.pid)
        time.sleep(READ)
        began = run.save(article, screenword)
        page.get_by_text(screenword).first.wait_for()
        return time.monotonic() - began

    yield on_screen
    context.close()


def median(times: Sequence[float]) -> float:
    """In seconds."""
    return statistics.median(times)

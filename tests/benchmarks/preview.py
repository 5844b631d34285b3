"""The preview beside `hugo server` and `eleventy --serve`, over the same articles, days and actors.

    python tests/benchmarks/preview.py [--documents 1000] [--saves 20] [--only dateline hugo]

Makes an archive, or takes that of `--folder FOLDER`, whose `content/` stays as it is; installs Hugo and
Eleventy into `.bench/programs` unless they are there; starts one server after the other, saves articles, each
with other words, and measures

- from the start to the first page, and until the oldest article is there,
- from before a save until the page, asked for again and again, has the new words,
- from before a save until a Chromium that shows the page shows them.

Prints one table with medians, the quickest and the slowest in brackets, how many times as long as Hugo each
took, and the machine and the versions. A server whose saves take long is given `--seconds 120` for each kind
of measurement, but three saves at least. For 10,000 documents: `--documents 10000`.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))  # the browser is found as the tests find it

from corpus import write_archive
from machine import machine
from onscreen import Times, measured, median
from peers.article import Article, files_of
from peers.peer import NotMeasuredError
from playwright.sync_api import sync_playwright
from quantities import ratio_text, seconds_text
from servers import SERVERS

from tests.browser.chromium import launch

PROGRAMS = Path(__file__).parents[2] / ".bench" / "programs"
BESIDE = "hugo"


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--folder", type=Path, help="an archive that corpus.py has made")
    parser.add_argument("--saves", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=120)
    names = [server.peer.name for server in SERVERS]
    parser.add_argument("--only", nargs="+", choices=names, default=names)
    options = parser.parse_args()
    PROGRAMS.mkdir(parents=True, exist_ok=True)
    (PROGRAMS.parent / ".gitignore").write_text("*\n")
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as temporary, sync_playwright() as playwright:
        work = Path(temporary)
        if not options.folder:
            write_archive(work, options.documents)
        content = (options.folder or work) / "content"
        articles = [Article(file.stem) for file in files_of(content)]
        found: dict[str, Times] = {}
        versions: dict[str, str] = {}
        browser = launch(playwright)
        for server in SERVERS:
            peer = server.peer
            if peer.name not in options.only:
                continue
            try:
                versions[peer.title] = peer.install(PROGRAMS / peer.name)
            except NotMeasuredError as reason:
                print(f"{peer.title} was not measured: {reason}", file=sys.stderr)
                continue
            print(f"measuring {peer.title}", file=sys.stderr)
            folder = work / peer.name
            peer.lay_out(content, folder)
            found[peer.name] = measured(
                server, PROGRAMS / peer.name, folder, articles, browser, options.saves, options.seconds
            )
        versions["Chromium"] = browser.version
        browser.close()
    print(f"{len(articles):,} documents, up to {options.saves} saves\n")
    print("\n".join(table(found)))
    print(f"\nPrograms: {', '.join(f'{name} {version}' for name, version in versions.items())}.")
    print(f"Machine: {', '.join(f'{name} {value}' for name, value in machine().items())}.")


def table(found: Mapping[str, Times]) -> Iterator[str]:
    """Markdown, a row for each quantity."""
    titles = {server.peer.name: server.peer.title for server in SERVERS}
    yield f"| | {' | '.join(titles[name] for name in found)} |"
    yield f"|---|{'--:|' * len(found)}"
    for heading, row in (
        ("start to the first page", {name: (times.first,) for name, times in found.items()}),
        ("start to the oldest article", {name: (times.whole,) for name, times in found.items()}),
        ("save to the body", {name: times.body for name, times in found.items()}),
        ("save to the screen", {name: times.screen for name, times in found.items()}),
    ):
        beside = median(row[BESIDE]) if BESIDE in row else 0.0
        cells = (cell(times, 0 if name == BESIDE else beside) for name, times in row.items())
        yield f"| {heading} | {' | '.join(cells)} |"


def cell(times: tuple[float, ...], beside: float) -> str:
    """The median with its span, and how many times as long as in Hugo it is, where there is that."""
    words = duration(median(times))
    if len(times) > 1:
        words += f" ({duration(min(times))} to {duration(max(times))})"
    return f"{words}, {ratio_text(median(times), beside)} × Hugo" if beside else words


def duration(seconds: float) -> str:
    """As "42 ms" or "1.3 s"."""
    return f"{1000 * seconds:.0f} ms" if seconds < 1 else seconds_text(seconds)


if __name__ == "__main__":
    main()

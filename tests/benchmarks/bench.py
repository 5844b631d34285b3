"""Dateline beside Hugo, Eleventy and Pelican: `make bench`, or `python tests/benchmarks/bench.py --help`.

Generates the corpus, installs the programs, sets up the same work in each, runs all in turn, and writes
`table.md`, `results.json`, `chart.svg` and `chart-wide.svg`. What is measured, and how to read it:
docs/benchmarks.md.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from chart import chart_of
from corpus import write_archive
from machine import machine
from peers import PEERS
from peers.peer import NotMeasuredError, Peer
from report import Contestant, Report, Result, json_of
from rounds import corpus_in, run
from table import table_of

CACHE = Path(__file__).parents[2] / ".bench"
"""Programs, corpora and results; ignored by git."""


def main() -> None:
    """Read the options, measure, write."""
    # Where this is set, Python compiles each program at every start, which nobody does who uses one.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000], metavar="N", help="documents  [1000]")
    parser.add_argument(
        "--alone", type=int, nargs="+", default=[], metavar="N", help="sizes for Dateline alone"
    )
    parser.add_argument("--rounds", type=int, default=3, help="[3]")
    parser.add_argument(
        "--only", nargs="+", choices=[peer.name for peer in PEERS], help="leave out the others"
    )
    parser.add_argument("--output", type=Path, default=CACHE / "result", help="folder for what is written")
    parser.add_argument("--cache", type=Path, default=CACHE, help="folder for programs and corpora")
    options = parser.parse_args()
    peers = [peer for peer in PEERS if not options.only or peer.name in options.only]
    names = tuple(peer.name for peer in peers)
    sizes = dict.fromkeys(options.alone, ("dateline",)) | dict.fromkeys(options.sizes, names)
    report = compared(peers, sizes, options.rounds, options.cache.resolve())
    options.output.mkdir(parents=True, exist_ok=True)
    for name, text in (
        ("table.md", table_of(report)),
        ("results.json", json_of(report)),
        ("chart.svg", chart_of(report)),
        ("chart-wide.svg", chart_of(report, columns=2)),
    ):
        (options.output / name).write_text(text, encoding="utf-8")
    print(table_of(report))


def compared(peers: list[Peer], sizes: Mapping[int, tuple[str, ...]], rounds: int, cache: Path) -> Report:
    """Install and measure programs; `sizes` names those that are measured at each size."""
    cache.mkdir(parents=True, exist_ok=True)
    (cache / ".gitignore").write_text("*\n")
    tools, versions, missing = cache / "programs", dict[str, str](), list[tuple[str, int | None, str]]()
    tools.mkdir(exist_ok=True)
    for peer in peers:
        tell(f"installing {peer.title}")
        try:
            versions[peer.name] = peer.install(tools / peer.name)
        except NotMeasuredError as reason:
            missing.append((peer.title, None, str(reason)))
    present = [peer for peer in peers if peer.name in versions]
    results: list[Result] = []
    for size, names in sorted(sizes.items()):
        work = cache / "work"
        shutil.rmtree(work, ignore_errors=True)
        tell(f"writing {size:,} documents")
        write_archive(work / "corpus", size)
        there = [peer for peer in present if peer.name in names]
        found = run(corpus_in(work / "corpus"), there, tools, work, rounds, tell)
        results += (Result(size, name, task, tuple(costs)) for (name, task), costs in found.costs.items())
        missing += (
            (peer.title, size, found.reasons[peer.name]) for peer in there if peer.name in found.reasons
        )
        shutil.rmtree(work)
    contestants = tuple(
        Contestant(peer.name, peer.title, versions[peer.name], peer.searches) for peer in present
    )
    return Report(f"{datetime.now(UTC):%Y-%m-%d}", machine(), contestants, tuple(results), tuple(missing))


def tell(what: str) -> None:
    """Say what is going on."""
    print(f"bench: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()

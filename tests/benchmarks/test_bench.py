"""The benchmark itself, small: what it measures, and that it notices a program that does not do the work."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from corpus import write_archive
from edits import edit
from measuring import measured
from peers import PEERS
from peers.article import Article
from peers.dateline import DATELINE
from peers.eleventy import ELEVENTY
from peers.hugo import HUGO
from peers.peer import SITE, NotMeasuredError, Peer, Task
from peers.pelican import PELICAN
from rounds import corpus_in, run

LAST = Article("2010-01-01-text-19")


@pytest.mark.slow
def test_the_bench_runs_with_dateline_alone(tmp_path: Path) -> None:
    bench = Path(__file__).with_name("bench.py")
    options = ["--sizes", "20", "--rounds", "1", "--only", "dateline", "--cache", str(tmp_path / "cache")]
    command = [sys.executable, str(bench), *options, "--output", str(tmp_path / "result")]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "### 20 documents" in printed
    assert "not measured" not in printed
    assert sorted(file.name for file in (tmp_path / "result").iterdir()) == [
        "chart-wide.svg",
        "chart.svg",
        "results.json",
        "table.md",
    ]
    results = json.loads((tmp_path / "result/results.json").read_text())["results"]
    assert [one["task"] for one in results] == ["cold", "unchanged", "text", "figure", "new"]
    assert all(one["seconds"] > 0 and one["cpu_seconds"] > 0 and one["memory_mb"] > 1 for one in results)


@pytest.mark.slow
def test_memory_of_children_counts(tmp_path: Path) -> None:
    child = "import time; held = bytearray(80_000_000); time.sleep(1)"
    start = f"subprocess.Popen([sys.executable, '-c', {child!r}])"
    parent = f"import subprocess, sys; [one.wait() for one in [{start} for _ in 'ab']]"
    cost = measured([sys.executable, "-c", parent], tmp_path, tmp_path / "log")
    assert cost.memory > (150 if Path("/proc/self/smaps_rollup").exists() else 70)


@pytest.mark.parametrize("peer", [DATELINE, HUGO, ELEVENTY, PELICAN], ids=lambda peer: peer.name)
def test_every_program_gets_every_article_and_an_edit_reaches_it(peer: Peer, tmp_path: Path) -> None:
    write_archive(tmp_path / "corpus", 20)
    corpus, folder = corpus_in(tmp_path / "corpus"), tmp_path / peer.name
    peer.lay_out(corpus.content, folder)
    texts = [(folder / peer.article(article)).read_text() for article in corpus.articles]
    assert len(texts) == 20
    assert all(text.count("counted at least") >= 4 for text in texts)
    word = edit(peer, folder, LAST, Task.TEXT, 7)
    figure = edit(peer, folder, LAST, Task.FIGURE, 7)
    edited = (folder / peer.article(LAST)).read_text()
    assert word.shown in edited
    assert edited.count(figure.shown) == texts[-1].count(figure.shown.rpartition(" ")[0])
    assert edited.count(figure.shown) > 0
    new = edit(peer, folder, LAST, Task.NEW, 7)
    written = (folder / peer.article(new.article)).read_text()
    assert new.article.address == "2010/01/01/new-7"
    assert (new.shown in written, LAST.slug in written) == (True, False)
    assert written.count(figure.shown) == edited.count(figure.shown)
    assert not set(written.splitlines()) & {line for line in edited.splitlines() if len(line) > 200}


@pytest.mark.slow
def test_the_memory_of_the_bench_itself_does_not_count(tmp_path: Path) -> None:
    held = bytearray(300_000_000)
    cost = measured([sys.executable, "-c", "pass"], tmp_path, tmp_path / "log")
    assert cost.memory < len(held) / 1e6 / 2


def test_a_program_that_does_not_start_is_not_measured(tmp_path: Path) -> None:
    with pytest.raises(NotMeasuredError, match="nothing-here could not be started"):
        measured(["/nothing-here"], tmp_path, tmp_path / "log")


def test_a_program_that_makes_no_pages_is_not_measured(tmp_path: Path) -> None:
    idle = replace(HUGO, name="idle", command=lambda _tools, _folder: (sys.executable, "-c", "pass"))
    write_archive(tmp_path / "corpus", 20)
    found = run(corpus_in(tmp_path / "corpus"), [idle], tmp_path, tmp_path, 1, lambda _: None)
    assert not found.costs
    assert found.reasons["idle"].startswith("round 1, cold: its site lacks ")


@pytest.mark.slow
def test_a_program_that_fails_is_not_measured_and_the_rest_goes_on(tmp_path: Path) -> None:
    broken = replace(
        HUGO, name="broken", command=lambda _tools, _folder: (sys.executable, "-c", "raise SystemExit(3)")
    )
    other = replace(
        broken, name="other", makes_pages=False, command=lambda _t, _f: (sys.executable, "-c", "")
    )
    write_archive(tmp_path / "corpus", 20)
    tasks = replace(other, tasks=(Task.COLD,))
    found = run(corpus_in(tmp_path / "corpus"), [broken, tasks], tmp_path, tmp_path, 2, lambda _: None)
    assert found.reasons == {"broken": "round 1, cold: its build ended with 3; see broken.log"}
    assert len(found.costs[("other", Task.COLD)]) == 2


@pytest.mark.slow
def test_a_cold_build_finds_neither_a_site_nor_what_was_kept(tmp_path: Path) -> None:
    looks = "import os; os.mkdir('site'); os.mkdir('cache')"
    peer = replace(
        HUGO, makes_pages=False, tasks=(Task.COLD,), command=lambda _t, _f: (sys.executable, "-c", looks)
    )
    write_archive(tmp_path / "corpus", 20)
    found = run(corpus_in(tmp_path / "corpus"), [peer], tmp_path, tmp_path, 2, lambda _: None)
    assert len(found.costs[(peer.name, Task.COLD)]) == 2
    assert (tmp_path / peer.name / SITE).exists()


def test_programs_have_different_names_and_pagefind_says_what_it_needs(tmp_path: Path) -> None:
    assert len({peer.name for peer in PEERS}) == len(PEERS)
    with pytest.raises(NotMeasuredError, match="Dateline was left out"):
        PEERS[-1].lay_out(tmp_path, tmp_path / "pagefind")

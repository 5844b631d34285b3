"""All programs in turn over one corpus, round after round, so that noise of the machine meets them all."""

import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from edits import edit, refuse_unless_made, refuse_unless_shown
from measuring import Cost, measured
from peers.article import Article, files_of, texts_of
from peers.peer import SITE, NotMeasuredError, Peer, Task

T = TypeVar("T")
Tell = Callable[[str], None]

REST = 3.0
"""Seconds until what was laid out is no longer new to the disk: no archive that is built is younger."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles that every program gets."""

    content: Path
    articles: tuple[Article, ...]
    actors: tuple[str, ...]
    """Those that some article names; not every program makes a page for the others."""


@dataclass(frozen=True, slots=True)
class Run:
    """What was found at one size."""

    costs: dict[tuple[str, Task], list[Cost]] = field(default_factory=dict)
    """By name of the program, one cost a round."""
    reasons: dict[str, str] = field(default_factory=dict)
    """Why a program was not measured, by its name."""


def corpus_in(folder: Path) -> Corpus:
    """The corpus that stands in a folder."""
    content = folder / "content"
    articles = tuple(Article(file.stem) for file in files_of(content))
    named = {actor for text in texts_of(content) for actor in text.actors}
    return Corpus(content, articles, tuple(sorted(named)))


def run(corpus: Corpus, peers: Sequence[Peer], tools: Path, work: Path, rounds: int, tell: Tell) -> Run:
    """Lay out the work for every program and measure all of them; one that fails is left out from then on."""
    found = Run()
    for peer in peers:
        tell(f"setting up {peer.title}")
        _attempted(found, peer, partial(peer.lay_out, corpus.content, work / peer.name))
    time.sleep(REST)
    for number in range(rounds):
        turn = number % len(peers)
        for task in Task:
            for peer in (*peers[turn:], *peers[:turn]):
                if task in peer.tasks and peer.name not in found.reasons:
                    tell(f"round {number + 1}: {peer.title}, {task.value}")
                    article = corpus.articles[(number + 1) * len(corpus.articles) // (rounds + 1)]
                    step = partial(
                        _once, corpus, peer, task, tools / peer.name, work / peer.name, article, number
                    )
                    if cost := _attempted(found, peer, step, f"round {number + 1}, {task.value}: "):
                        found.costs.setdefault((peer.name, task), []).append(cost)
    return found


def _once(
    corpus: Corpus, peer: Peer, task: Task, tools: Path, folder: Path, article: Article, number: int
) -> Cost:
    """Measure one task, and look whether the site is what it has to be."""
    edited = None
    if task is Task.COLD:
        for made in (SITE, *peer.kept):
            shutil.rmtree(folder / made, ignore_errors=True)
    elif task is not Task.UNCHANGED:
        edited = edit(peer, folder, article, task, number)
    cost = measured(peer.command(tools, folder), folder, tools.with_suffix(".log"))
    if peer.makes_pages:
        refuse_unless_made(folder, corpus.articles, corpus.actors)
    if edited:
        refuse_unless_shown(folder, edited)
    return cost


def _attempted(found: Run, peer: Peer, step: Callable[[], T], when: str = "") -> T | None:
    """What a step gives; where it fails, the reason is noted in its place."""
    try:
        return step()
    except NotMeasuredError as reason:
        found.reasons[peer.name] = f"{when}{reason}"
        return None

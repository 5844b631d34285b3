"""The previews that are measured beside each other: how each is started, over the same articles."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from peers import eleventy, hugo
from peers.dateline import DATELINE
from peers.eleventy import ELEVENTY
from peers.hugo import HUGO
from peers.peer import SITE, Peer


@dataclass(frozen=True, slots=True)
class Server:
    """One program that serves a site while it is written."""

    peer: Peer
    """Installs it and lays out its work: a page for each article, each day and each actor."""
    command: Callable[[Path, Path, int], Sequence[str]]
    """From the folder that it is installed in, the folder laid out and a port, what serves."""


def _dateline(_tools: Path, folder: Path, port: int) -> Sequence[str]:
    """Without search, which the others do not have."""
    return (sys.executable, "-m", "generator", "serve", str(folder), "--port", str(port), "--no-search")


def _hugo(tools: Path, folder: Path, port: int) -> Sequence[str]:
    """As it is by default: from memory, and only what changed."""
    where = ("--source", str(folder), "--cacheDir", str(folder / hugo.CACHE), "--bind", "127.0.0.1")
    return (hugo.program(tools), "server", *where, "--port", str(port))


def _eleventy(tools: Path, folder: Path, port: int) -> Sequence[str]:
    """As it is by default, but for naming every file that is written."""
    return (*eleventy.program(tools), "--serve", "--quiet", f"--port={port}", f"--output={SITE}")


SERVERS = (Server(DATELINE, _dateline), Server(HUGO, _hugo), Server(ELEVENTY, _eleventy))

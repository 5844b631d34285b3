"""Dateline: all of its site, without search and with it."""

import shutil
import sys
from pathlib import Path

from peers.article import Article
from peers.install import told
from peers.peer import SITE, Peer, Task

MEMO = ".dateline"
"""The folder in which Dateline keeps what it worked out before, beside `content/`."""
PROGRAM = str(Path(sys.executable).with_name("dateline"))


def version(_tools: Path) -> str:
    """It is installed already: it is what this repository holds."""
    return told([PROGRAM, "--version"]).split()[-1]


def lay_out(content: Path, folder: Path) -> None:
    """The corpus as it is."""
    shutil.copytree(content, folder / "content")


def without_search(_tools: Path, folder: Path) -> tuple[str, ...]:
    """Build every page, table and feed."""
    return (PROGRAM, "build", "--no-search", "-o", str(folder / SITE), str(folder))


def with_search(_tools: Path, folder: Path) -> tuple[str, ...]:
    """Build the same and the index for search."""
    return (PROGRAM, "build", "-o", str(folder / SITE), str(folder))


def article(which: Article) -> str:
    """Where an article stands in the corpus."""
    return f"content/articles/{which.day[:4]}/{which.day[5:7]}/{which.name}.md"


DATELINE = Peer(
    name="dateline",
    title="Dateline",
    install=version,
    lay_out=lay_out,
    command=without_search,
    article=article,
    kept=(MEMO,),
)
DATELINE_SEARCH = Peer(
    name="dateline-search",
    title="Dateline with search",
    install=version,
    lay_out=lay_out,
    command=with_search,
    article=article,
    kept=(MEMO,),
    tasks=(Task.COLD, Task.TEXT),
    searches=True,
)

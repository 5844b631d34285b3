"""Pagefind alone, once over the whole site that Dateline has built beside it."""

from pathlib import Path

from pagefind_bin_extended import get_executable

from peers.article import Article
from peers.install import told
from peers.peer import SITE, NotMeasuredError, Peer, Task


def version(_tools: Path) -> str:
    """It comes with Dateline."""
    return told([str(get_executable()), "--version"]).split()[-1]


def lay_out(_content: Path, folder: Path) -> None:
    """Nothing: it reads the site of its neighbour."""
    if not (folder.parent / "dateline").is_dir():
        raise NotMeasuredError("reads the site that Dateline builds, and Dateline was left out")
    folder.mkdir()


def command(_tools: Path, folder: Path) -> tuple[str, ...]:
    """Index every page that is meant to be found."""
    site = folder.parent / "dateline" / SITE
    return (str(get_executable()), "--site", str(site), "--output-path", str(folder / SITE))


def article(_which: Article) -> str:
    """It has none of its own."""
    raise NotImplementedError


PAGEFIND = Peer(
    name="pagefind",
    title="Pagefind alone",
    install=version,
    lay_out=lay_out,
    command=command,
    article=article,
    tasks=(Task.COLD,),
    searches=True,
    makes_pages=False,
)

"""What every program that is measured has to say of itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from peers.article import Article

SITE = "site"
"""The folder, in a program's own, that every program builds into."""


class Task(Enum):
    """What is measured, each in a new process, in the order in which it happens."""

    COLD = "cold"
    UNCHANGED = "unchanged"
    TEXT = "text"
    FIGURE = "figure"
    NEW = "new"


class NotMeasuredError(Exception):
    """Why a program could not be measured, in words for the table."""


@dataclass(frozen=True, slots=True)
class Peer:
    """One program, and how the same work is set up for it."""

    name: str
    title: str
    install: Callable[[Path], str]
    """Puts the program into a folder of its own unless it is there; gives its version.

    May raise NotMeasuredError.
    """
    lay_out: Callable[[Path, Path], None]
    """From the content folder of the corpus, writes what the program reads into a folder."""
    command: Callable[[Path, Path], Sequence[str]]
    """From the folder that it was installed into and the folder laid out, what builds."""
    article: Callable[[Article], str]
    """Where the text of an article stands in the folder laid out."""
    kept: tuple[str, ...] = ()
    """What it keeps beside the site from one build to the next, in the folder laid out."""
    tasks: tuple[Task, ...] = tuple(Task)
    searches: bool = False
    """Makes an index for search, and is listed apart from those that do not."""
    makes_pages: bool = True

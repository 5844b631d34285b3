"""The steps of a guide: commands and what they print, files to write, words to change in the last article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

BLOCK = re.compile(
    r"^<!-- file: (?P<path>.+?) -->\n```\w*\n(?P<text>.*?)^```$"
    r"|^<!-- change: (?P<was>.+?) ->(?P<now>.*?) ?-->$"
    r"|^```console\n(?P<console>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Write:
    """Write a whole file."""

    path: str
    text: str


@dataclass(frozen=True)
class Change:
    """In the file of a document, put words in the place of others; nothing deletes the line."""

    was: str
    now: str


@dataclass(frozen=True)
class Run:
    """Type a command; `prints` is what follows, with `…` for anything."""

    command: str
    prints: tuple[str, ...]


def steps_of(markdown: str) -> Iterator[Write | Change | Run]:
    """Every step of a guide, in its order."""
    for block in BLOCK.finditer(markdown):
        if block["path"]:
            yield Write(block["path"], block["text"])
        elif block["was"]:
            yield Change(block["was"], block["now"].strip())
        else:
            for typed in re.split(r"^\$ ", block["console"], flags=re.MULTILINE)[1:]:
                command, *prints = typed.rstrip("\n").split("\n")
                yield Run(command, tuple(prints))


def matches(prints: tuple[str, ...], printed: str) -> bool:
    """Whether a command printed what the guide says; a line `…` stands for any lines."""
    lines = [
        r"(?:.*\n)*" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + r"\n" for line in prints
    ]
    return re.fullmatch("".join(lines), printed) is not None

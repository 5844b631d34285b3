"""Where the front matter of a file starts and ends."""

import re

from msgspec import Struct

from generator.model.diagnostic import Diagnostic, Mark

FENCE = Mark(1, 1, 3)
DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212]+\s*")


class Fenced(Struct, frozen=True):
    """The front matter is `text[start:end]`; the body follows from `body_start`, in line `body_line`, on."""

    start: int
    end: int
    body_start: int
    body_line: int


def fenced(text: str) -> Fenced | Diagnostic:
    """The front matter between two lines of three hyphens, of which the first opens the file."""
    first = _row(text, 0)
    if not text.strip() or text.strip() == "---":
        return _missing("put the title and the date between two lines of ---")
    if first.rstrip() != "---":
        return _missing(_repair(text))
    start = end = len(first) + 1
    while 0 < end <= len(text):
        row = _row(text, end)
        if row.rstrip() == "---":
            line = text.count("\n", 0, end) + 2
            return Fenced(start, end, min(end + len(row) + 1, len(text)), line)
        end = text.find("\n---", end) + 1
    return Diagnostic(
        "open-front-matter", "", FENCE, "the front matter is never closed", "put a line of --- below it"
    )


def _row(text: str, start: int) -> str:
    end = text.find("\n", start)
    return text[start:] if end < 0 else text[start:end]


def _missing(hint: str) -> Diagnostic:
    return Diagnostic("no-front-matter", "", Mark(), "no front matter", hint)


def _repair(text: str) -> str:
    first = text.split("\n", 1)[0]
    if text.lstrip().startswith("---"):
        return "delete everything above and before the first ---"
    if first.strip() and DASHES.fullmatch(first):
        return "write the first line with exactly three hyphens: ---"
    return "start the file with a line of ---, then title and date, then --- again"

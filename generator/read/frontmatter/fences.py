"""Where the front matter of a file starts and ends."""

import re
from dataclasses import dataclass

from generator.model.diagnostic import Diagnostic, Mark

FENCE = Mark(1, 1, 3)
DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212]+\s*")


@dataclass(frozen=True, slots=True)
class Fenced:
    """The front matter is `text[start:end]`; the body follows from line `body_line` on."""

    start: int
    end: int
    body: str
    body_line: int


def fenced(text: str) -> Fenced | Diagnostic:
    """The front matter between two lines of three hyphens, of which the first opens the file."""
    first, _, rest = text.partition("\n")
    if not text.strip() or text.strip() == "---":
        return _missing("put the title and the date between two lines of ---")
    if first.rstrip() != "---":
        return _missing(_repair(text))
    start, line = len(first) + 1, 2
    end = start
    for row in rest.split("\n"):
        after = end + len(row) + 1
        line += 1
        if row.rstrip() == "---":
            return Fenced(start, end, text[after:], line)
        end = after
    return Diagnostic(
        "open-front-matter", "", FENCE, "the front matter is never closed", "put a line of --- below it"
    )


def _missing(hint: str) -> Diagnostic:
    return Diagnostic("no-front-matter", "", Mark(), "no front matter", hint)


def _repair(text: str) -> str:
    first = text.split("\n", 1)[0]
    if text.lstrip().startswith("---"):
        return "delete everything above and before the first ---"
    if first.strip() and DASHES.fullmatch(first):
        return "write the first line with exactly three hyphens: ---"
    return "start the file with a line of ---, then title and date, then --- again"

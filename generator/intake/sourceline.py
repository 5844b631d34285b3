"""The line that says where a text was printed: "Source: BFM TV"."""

import re
from collections.abc import Sequence

from msgspec import Struct

from generator.intake.lines import Line, written

_SOURCE = re.compile(
    r"(?:sources?|quellen?|fuente|fonte|bron|źródło|kaynak|источник|джерело|المصدر|منبع|מקור|来源|出典)"
    r"\s*[:：]\s*(?P<name>[^\s.].{0,78}?)[.]?",
    re.IGNORECASE,
)
_EDGE = 6
"""Lines from either end of a text among which it is looked for."""


class SourceLine(Struct, frozen=True):
    """The line, and the name on it."""

    line: Line
    name: str


def find_source_line(lines: Sequence[Line]) -> SourceLine | None:
    """The last such line at the end of a text, or the first at its beginning."""
    stand = written(tuple(lines))
    for line in (*reversed(stand[-_EDGE:]), *stand[:_EDGE]):
        found = _SOURCE.fullmatch(line.text)
        if found:
            return SourceLine(line, found["name"].strip())
    return None

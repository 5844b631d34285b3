"""Who wrote it, on a line of its own."""

import re
from collections.abc import Iterator, Sequence

from generator.intake.dropped import Dropped
from generator.intake.lines import Line, written

_NAME = r"[^\W\d_a-z][\w.'’-]*"
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|[Pp]ar|[Vv]on|[Pp]or)\s+{_NAME}(?:\s+{_NAME}){{1,3}}"
    r"(?:(?:,| and| et| und| y| \|)\s.{1,60})?"
)
_TOP = 6
"""Lines at the beginning among which a byline is looked for."""


def bylines(lines: Sequence[Line]) -> Iterator[Dropped]:
    """The byline near the beginning: "By" and a name, and no sentence."""
    for line in written(tuple(lines))[:_TOP]:
        if line.is_short and not line.stops and _BYLINE.fullmatch(line.text):
            yield Dropped(line, "the byline, for which a document has no key")

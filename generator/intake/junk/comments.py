"""The comment form, and all that stands below it."""

import re
from collections.abc import Iterator, Sequence

from generator.intake.dropped import Dropped
from generator.intake.lines import Line, written

_FORM = re.compile(
    r"(?:leave|post|write|add|submit)\s+(?:a|your)\s+(?:reply|comment)(?:\s+cancel reply)?"
    r"|laisser un commentaire|schreibe? einen kommentar|deja(?:r)? un comentario|lascia un commento",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:please )?enter your (?:comment|name|e-?mail)\b.{0,40}"
    r"|your e-?mail address will not be published\b.{0,60}|required fields are marked\b.{0,20}"
    r"|save my name, e-?mail\b.{0,120}|you must be logged in\b.{0,60}",
    re.IGNORECASE,
)


def comments(lines: Sequence[Line]) -> Iterator[Dropped]:
    """A comment form in the second half of a text with all below it; elsewhere only its own lines."""
    stand = written(tuple(lines))
    half = stand[len(stand) // 2].number if stand else 0
    form = next((line for line in stand if line.number >= half and _FORM.fullmatch(line.text)), None)
    for line in stand:
        if form and line.number >= form.number:
            below = "the comment form" if line is form else f'stands below "{form.text}"'
            yield Dropped(line, below)
        elif _FORM.fullmatch(line.text) or _FIELD.fullmatch(line.text):
            yield Dropped(line, "the comment form")

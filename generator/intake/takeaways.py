"""Takeaways that stand before the text."""

import re
from collections.abc import Sequence

from msgspec import Struct

from generator.intake.headline import is_headline_like
from generator.intake.lines import Line, written
from generator.read.daywords import day_words
from generator.read.numerals import numerals

_LABEL = re.compile(
    r"(?:key |main )?(?:takeaways?|points|findings)|in (?:brief|short)|at a glance|what (?:you need )?to know"
    r"|l[’']essentiel|das wichtigste(?: in kürze)?|claves|lo esencial",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(?:[-–—•*·▪‣]|\d{1,2}[.)])\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*\s+(?=[^\W_a-z])")
_TOLD = re.compile(r"[“”«»„\"]|\baccording to\b|\b(?:said|told|reported|stated|announced)\b", re.IGNORECASE)
_FEWEST = 3
"""One-sentence lines in a row that make takeaways, where nothing else says so."""
_HEADLINE_WORDS = 5
"""Fewer are a cross-head between paragraphs."""
_TOP = 3
"""Lines before a label: a headline and what hangs about it."""


class Takeaways(Struct, frozen=True):
    """The sentences, the lines they stand on (with that of a label), and how they were told apart."""

    texts: tuple[str, ...]
    lines: tuple[Line, ...]
    how: str


def find_takeaways(lines: Sequence[Line], language: str) -> Takeaways | None:
    """Takeaways under a label of their own, or standing before the headline or the text.

    Without a label they are three or more lines of one sentence each, and general: no figure, no day, no
    quotation, no speaker. Before a headline most of them must be, before the text itself all.
    """
    stand = written(tuple(lines))
    for place, line in enumerate(stand[: _TOP + 1]):
        if _LABEL.fullmatch(line.text.rstrip(":")):
            points = _run(stand[place + 1 :])
            if points:
                return _found(points, f'they stand below "{line.text}"', label=line)
    points = _run(stand)
    if len(points) < _FEWEST or len(points) >= len(stand):
        return None
    after = stand[len(points)]
    general = sum(_is_general(point, language) for point in points)
    if general * 2 > len(points) and is_headline_like(after) and len(after.words) >= _HEADLINE_WORDS:
        return _found(points, f"{len(points)} lines of one sentence each stand before the headline")
    if _is_paragraph(after) and general == len(points):
        how = f"{len(points)} general lines of one sentence each stand before the text"
        return _found(points, how)
    return None


def _found(points: Sequence[Line], how: str, label: Line | None = None) -> Takeaways:
    texts = tuple(_BULLET.sub("", point.text, count=1) for point in points)
    return Takeaways(texts, (*([label] if label else []), *points), how)


def _run(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of one sentence each with which these begin; of bullets only as far as the bullets go."""
    bulleted = bool(lines) and _BULLET.match(lines[0].text) is not None
    run: list[Line] = []
    for line in lines:
        if not line.stops or line.trails_off or _is_paragraph(line) or len(line.words) < 3:
            break
        if bulleted and not _BULLET.match(line.text):
            break
        run.append(line)
    return tuple(run)


def _is_paragraph(line: Line) -> bool:
    return line.stops and _SENTENCE_END.search(_BULLET.sub("", line.text, count=1)) is not None


def _is_general(line: Line, language: str) -> bool:
    text = line.text
    counted = any(numeral.firm for numeral in numerals(text, language))
    return not counted and not day_words(text, language) and not _TOLD.search(text)

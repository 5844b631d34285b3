"""Short lines between paragraphs that are headings."""

from collections.abc import Sequence

from msgspec import Struct

from generator.intake.lines import Line

_WORDS = 8
_CHARACTERS = 70
_SENTENCE = 40
"""Characters of a paragraph that a heading may stand beside."""


class Block(Struct, frozen=True):
    """A paragraph or a heading of the draft; `text` keeps the line breaks of a paragraph that had some."""

    text: str
    heading: bool = False


def blocks_of(paragraphs: Sequence[tuple[Line, ...]]) -> tuple[Block, ...]:
    """The blocks of a text; a short line without a full stop, alone between two paragraphs, is a heading."""
    return tuple(
        Block("\n".join(line.text for line in lines), _is_crosshead(place, paragraphs))
        for place, lines in enumerate(paragraphs)
    )


def _is_crosshead(place: int, paragraphs: Sequence[tuple[Line, ...]]) -> bool:
    lines = paragraphs[place]
    return (
        len(lines) == 1
        and _is_short(lines[0])
        and 0 < place < len(paragraphs) - 1
        and _is_text(paragraphs[place - 1])
        and _is_text(paragraphs[place + 1])
    )


def _is_short(line: Line) -> bool:
    short = len(line.words) <= _WORDS and len(line.text) <= _CHARACTERS
    named = any(sign.isalpha() for sign in line.text) and "://" not in line.text
    asks = line.text.rstrip("”’»\"'").endswith(("?", "!"))
    return short and named and (not line.stops or asks) and line.text[0] not in "-–—•*·"


def _is_text(lines: tuple[Line, ...]) -> bool:
    return lines[-1].stops and sum(len(line.text) for line in lines) >= _SENTENCE

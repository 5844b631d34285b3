"""Where the sentences of a text begin and end."""

import re
from collections.abc import Iterable, Iterator

from sentencex import get_sentence_boundaries

from generator.model.prose import Span

_OTHER_SPACE = re.compile(r"[^\S\n ]")
"""sentencex 1.0.32 panics where a no-break space stands before an initial."""
_LONGEST = 20_000
"""Characters handed over at once: many opening quotation marks cost the square of their number."""


def sentences(text: str, blocks: Iterable[Span], language: str) -> tuple[Span, ...]:
    """The sentences of each block by the rules of a language (English ones if it is unknown), in order.

    A sentence never crosses a block, and has no white space at its ends.
    """
    # What can be printed has no space but the plain one.
    spaced = text if text.replace("\n", "").isprintable() else _OTHER_SPACE.sub(" ", text)
    found: list[Span] = []
    for block in blocks:
        for stretch in _stretches(spaced, block):
            found += _in_stretch(spaced[stretch.start : stretch.end], stretch.start, language)
    return tuple(found)


def _in_stretch(text: str, begin: int, language: str) -> Iterator[Span]:
    """The sentences of a stretch of text that begins at `begin`."""
    try:
        # Its offsets count characters, as ours do.
        found = get_sentence_boundaries(language, text)
    except BaseException as panic:
        # A panic of the Rust library is no Exception; one block is then one sentence.
        if type(panic).__name__ != "PanicException":
            raise
        found = [{"start_index": 0, "end_index": len(text)}]
    for boundary in found:
        start, end = boundary["start_index"], boundary["end_index"]
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield Span(begin + start, begin + end)


def _stretches(text: str, block: Span) -> Iterator[Span]:
    """A block, or for a very long one its parts, cut at a space where there is one."""
    start = block.start
    if block.end - start <= _LONGEST:
        yield block
        return
    while block.end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        end = start + _LONGEST if space < 0 else space
        yield Span(start, end)
        start = end
    yield Span(start, block.end)

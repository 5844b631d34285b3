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
    spaced = _OTHER_SPACE.sub(" ", text)
    return tuple(
        Span(start, end)
        for block in blocks
        for stretch in _stretches(spaced, block)
        for start, end in _in_stretch(spaced, stretch, language)
    )


def _in_stretch(text: str, stretch: Span, language: str) -> Iterator[tuple[int, int]]:
    for start, end in _boundaries(text[stretch.start : stretch.end], language):
        sentence = text[stretch.start + start : stretch.start + end]
        first = stretch.start + start + len(sentence) - len(sentence.lstrip())
        last = stretch.start + start + len(sentence.rstrip())
        if first < last:
            yield first, last


def _boundaries(text: str, language: str) -> list[tuple[int, int]]:
    try:
        # Its offsets count characters, as ours do.
        found = get_sentence_boundaries(language, text)
    except BaseException as panic:
        # A panic of the Rust library is no Exception; one block is then one sentence.
        if type(panic).__name__ != "PanicException":
            raise
        return [(0, len(text))]
    return [(sentence["start_index"], sentence["end_index"]) for sentence in found]


def _stretches(text: str, block: Span) -> Iterator[Span]:
    """A block, or for a very long one its parts, cut at a space where there is one."""
    start = block.start
    while block.end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        end = start + _LONGEST if space < 0 else space
        yield Span(start, end)
        start = end
    yield Span(start, block.end)

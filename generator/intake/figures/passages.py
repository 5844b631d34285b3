"""The sentences of a text, with where they stand."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.intake.crossheads import Block
from generator.model.prose import Prose, Span

_BETWEEN_BLOCKS = re.compile(r"\n{2,}")

_LONGEST = 2000
"""Characters of a sentence in which figures are looked for."""


class Passage(Struct, frozen=True):
    """One sentence of a paragraph."""

    text: str
    start: int
    """Where it starts in the text of the document."""
    paragraph: int
    """Which block of the text it stands in."""


def passages_of(prose: Prose, blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """The sentences of the paragraphs in order; headings are left out."""
    return tuple(_passages(prose, blocks))


def _passages(prose: Prose, blocks: Sequence[Block]) -> Iterator[Passage]:
    ends = [match.start() for match in _BETWEEN_BLOCKS.finditer(prose.text)]
    block = 0
    for sentence in _whole(prose.text, prose.sentences):
        while block < len(ends) and ends[block] <= sentence.start:
            block += 1
        if block < len(blocks) and not blocks[block].heading:
            if sentence.end - sentence.start > _LONGEST:
                continue  # nobody can check a figure in so long a sentence
            yield Passage(prose.text[sentence.start : sentence.end], sentence.start, block)


def _whole(text: str, sentences: Sequence[Span]) -> Iterator[Span]:
    """The sentences, with one that ends inside a quotation joined to who says it: “…!” said the mayor."""
    waiting: Span | None = None
    for sentence in sentences:
        if waiting and text[sentence.start].islower() and "\n\n" not in text[waiting.end : sentence.start]:
            waiting = Span(waiting.start, sentence.end)
            continue
        if waiting:
            yield waiting
        waiting = sentence
    if waiting:
        yield waiting

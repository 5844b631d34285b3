"""Number words as they were read at first: every text is handed to the library, word by word."""

import re
from collections.abc import Iterator
from decimal import Decimal

from text_to_num import find_numbers

from generator.read import numberwords
from generator.read.numberwords import NumberWord, reads_words, sayings_of
from generator.read.tongue import primary

WORD = re.compile(r"\w+|\W+")


class Token:
    """A word or what stands between words."""

    def __init__(self, match: re.Match[str]) -> None:
        self.start, self.end = match.span()
        self.folded = match[0].casefold()
        self.word = re.sub(r"\d", "#", match[0])

    def text(self) -> str:
        return self.word

    def nt_separated(self, previous: "Token") -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return "#" in self.word


def number_words(text: str, language: str) -> Iterator[NumberWord]:
    """The numbers in words, in no order; none overlaps another."""
    scales, loose = numberwords._scales(language), sayings_of(language).loose
    tokens = [Token(match) for match in WORD.finditer(text)]
    taken: set[int] = set()
    if reads_words(language):
        for found in find_numbers(tokens, primary(language), threshold=0.0):
            words = tokens[found.start : found.end]
            if len(words) == 1 and (words[0].folded in scales or words[0].folded in loose):
                continue
            taken.update(range(found.start, found.end))
            value = Decimal(str(found.value))
            yield NumberWord(words[0].start, words[-1].end, value, ordinal=found.is_ordinal)
    for place, token in enumerate(tokens):
        if place in taken:
            continue
        if token.folded in scales and (len(token.folded) > 1 or not token.folded.isascii()):
            yield NumberWord(token.start, token.end, scales[token.folded], scale=True)
        elif token.folded in loose:
            yield NumberWord(token.start, token.end, Decimal(loose[token.folded]), loose=True)

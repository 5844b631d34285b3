"""The words of a sentence that are quoted for a figure: few, and enough to understand it."""

import re

from generator.intake.figures.clauses import clauses
from generator.model.prose import Prose, Span
from generator.read.quotes import find_quote

_SHORT = 150
"""Characters of a sentence that is quoted whole."""
_FEWEST = 6
"""Words without which a clause cannot be understood."""
_EDGE = re.compile(r"\A[\s,;:–—-]+|[\s,;:–—-]+\Z")
_DANGLING = re.compile(r"\A(?:and|but|while|whereas|although|because|adding(?: that)?)\s+", re.IGNORECASE)


def quoted(prose: Prose, sentence: Span, needed: Span) -> str:
    """The shortest run of clauses that holds the `needed` stretch, or the whole sentence when it is short."""
    whole = prose.text[sentence.start : sentence.end]
    if len(whole) <= _SHORT:
        return whole
    inside = Span(needed.start - sentence.start, needed.end - sentence.start)
    pieces = clauses(whole)
    first = next(place for place, piece in enumerate(pieces) if piece.end > inside.start)
    last = next(place for place, piece in enumerate(pieces) if piece.end >= inside.end)
    while _words(whole, pieces[first], pieces[last]) < _FEWEST and (first or last + 1 < len(pieces)):
        # What a clause belongs to stands before it more often than behind.
        first, last = (first - 1, last) if first else (first, last + 1)
    while not _balanced(whole[pieces[first].start : pieces[last].end]) and last + 1 < len(pieces):
        last += 1
    quote = _trimmed(whole[pieces[first].start : pieces[last].end])
    found = find_quote(prose, quote)
    return quote if found and found in sentence and needed in found else whole


def _words(text: str, first: Span, last: Span) -> int:
    return len(text[first.start : last.end].split())


def _balanced(quote: str) -> bool:
    """Whether quotation marks and brackets that open also close."""
    return quote.count("“") <= quote.count("”") and quote.count("(") <= quote.count(")")


def _trimmed(quote: str) -> str:
    return _DANGLING.sub("", _EDGE.sub("", quote))

"""Where a quotation stands in a text."""

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nlargest

from generator.model.prose import Prose, Span
from generator.read.folding import SPACES, Folded, Folding, fold

_MARKS = "\"'`´“”„‟‘’‚‛«»‹›′″ʼʻ＂＇「」『』"
_DASHES = "-‐‑‒–—―−﹘﹣－"
_UNSEEN = "\u00ad\u200b\u200e\u200f\u061c\u2060\ufeff"
"""Soft hyphens, zero-width spaces and direction marks, which come along when text is copied."""
_UNLIKE = re.compile(
    # French puts a space inside its marks; German stands the same marks the other way round.
    rf"(?<![^\s(\[{{{re.escape(_MARKS + _DASHES)}])«\s+"
    r"|\s+»(?!\w)"
    # A single plain space, a straight mark and a hyphen are what the others are folded to.
    rf"|(?:[^\S ]|\s(?=[\s{_UNSEEN}]))[\s{_UNSEEN}]*"
    rf"|[{re.escape(_MARKS[1:] + _DASHES[1:])}{_UNSEEN}]"
)
_NOTHING = dict.fromkeys(map(ord, _UNSEEN))
_WORD = re.compile(r"\w+")
_LIKELY = 20
"""Sentences that are compared word by word."""
_WORDS = 200
_ALIKE = 0.4
"""Below this share of words in common, a hint would only confuse."""


def find_quote(prose: Prose, quote: str) -> Span | None:
    """Where the quotation first stands in the text, whichever spaces, quotation marks and dashes it has.

    Case counts, and so does every other character. None if it stands nowhere or is empty.
    """
    wanted = _folded(quote).text.strip(" ")
    text = _folded(prose.text)
    start = text.text.find(wanted) if wanted else -1
    return None if start < 0 else text.span(start, start + len(wanted))


def nearest_quote(prose: Prose, quote: str) -> str | None:
    """The sentence that shares most words with the quotation, on one line; None if none is like it."""
    wanted = _words(quote)
    if not wanted:
        return None
    counted = Counter(wanted)
    likely = nlargest(
        _LIKELY,
        ((_shared(counted, words), -index, words) for index, words in enumerate(_sentences(prose))),
    )
    best = max(
        ((SequenceMatcher(None, words, wanted, autojunk=False).ratio(), place) for _, place, words in likely),
        default=(0.0, 0),
    )
    if best[0] < _ALIKE:
        return None
    sentence = prose.sentences[-best[1]]
    return " ".join(prose.text[sentence.start : sentence.end].split())


@lru_cache(maxsize=4)  # a document's facts are looked for one after another in the same text
def _folded(text: str) -> Folded:
    return fold(text, _FOLDING)


def _as_one(found: str) -> str:
    seen = found.translate(_NOTHING)
    mark = seen.strip()
    if not mark:
        return seen and " "
    return "-" if mark in _DASHES else '"'


_FOLDING = Folding.of(_UNLIKE, _as_one, SPACES + re.escape(_MARKS[1:] + _DASHES[1:]) + _UNSEEN)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)][:_WORDS]


def _sentences(prose: Prose) -> list[list[str]]:
    return [_words(prose.text[sentence.start : sentence.end]) for sentence in prose.sentences]


def _shared(wanted: Counter[str], words: list[str]) -> float:
    """The share of words in common, of all words of both."""
    return 2 * (wanted & Counter(words)).total() / (wanted.total() + len(words))

"""Which word was probably meant."""

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

LONGEST = 100
"""Characters; a longer word is not a slip of the finger, and comparing it would take long."""
ALIKE = 0.6
"""The least likeness of two words, from 0 to 1, at which one may stand for the other."""


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The one of `words` that is most like `word`, or None when none is like it."""
    wanted = folded(word)
    if not wanted or len(wanted) > LONGEST:
        return None
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    best: tuple[float, str] | None = None
    for candidate in sorted(set(words)):
        known = folded(candidate)
        if known == wanted:
            return candidate
        if abs(len(known) - len(wanted)) > max(2, len(wanted) // 2):
            continue
        matcher.set_seq1(known)
        least = best[0] if best else ALIKE
        if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
            continue
        ratio = matcher.ratio()
        if ratio >= ALIKE and (best is None or ratio > best[0]):
            best = (ratio, candidate)
    return best[1] if best else None


def folded(word: str) -> str:
    """The word without case, white space and the differences that Unicode calls compatibility."""
    return "".join(unicodedata.normalize("NFKC", word).casefold().split())

"""Which word was probably meant."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

LONGEST = 100
"""Characters; a longer word is not a slip of the finger, and comparing it would take long."""
ALIKE = 0.6
"""The least likeness of two words, from 0 to 1, at which one may stand for the other."""

SAME_DAY = 0.15
"""What it adds to the likeness of two documents that they are of one day."""

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)-(?=.)")


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


def nearest_document(id: str, ids: Iterable[str]) -> str | None:
    """The one of the ids of documents that is most like `id`, or None when none is like it.

    The day that an id begins with is no likeness: only the words after it are compared, and of those that
    are alike, one of the same day is preferred.
    """
    day, words = _parted(folded(id))
    if not words or len(words) > LONGEST:
        return None
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(words)
    best: tuple[float, str] | None = None
    for candidate in sorted(set(ids)):
        other_day, other = _parted(candidate)
        more = SAME_DAY if day and day == other_day else 0
        matcher.set_seq1(other)
        least = max(ALIKE, best[0] - more) if best else ALIKE
        if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
            continue
        ratio = matcher.ratio()
        if ratio >= ALIKE and (best is None or ratio + more > best[0]):
            best = (ratio + more, candidate)
    return best[1] if best else None


def _parted(id: str) -> tuple[str, str]:
    """The day that an id begins with, if it does, and the words after it."""
    found = _DAY.match(id)
    return (found[1], id[found.end() :]) if found else ("", id)


def folded(word: str) -> str:
    """The word without case, white space and the differences that Unicode calls compatibility."""
    return "".join(unicodedata.normalize("NFKC", word).casefold().split())

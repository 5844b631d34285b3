"""Which script the letters of a word belong to, and which scripts stand together in one word."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from generator.model.prose import Span

SCRIPTS = (
    *("Latin", "Cyrillic", "Greek", "Arabic", "Hebrew", "Armenian", "Georgian"),
    *("Han", "Hiragana", "Katakana", "Hangul", "Bopomofo"),
    *("Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada", "Malayalam"),
    *("Sinhala", "Thaana", "Thai", "Lao", "Khmer", "Myanmar", "Tibetan", "Mongolian", "Ethiopic", "Syriac"),
    *("Cherokee", "Canadian_Aboriginal", "Coptic", "Tifinagh", "Nko", "Adlam", "Lisu"),
)
"""Those that are in daily use, and some more with letters that look like Latin ones."""
TOGETHER = (
    frozenset({"Latin", "Han", "Hiragana", "Katakana"}),  # Japanese
    frozenset({"Latin", "Han", "Bopomofo"}),  # Chinese
    frozenset({"Latin", "Han", "Hangul"}),  # Korean
)
"""Scripts that are written together: the "highly restrictive" level of Unicode's standard 39."""


class Mixed(Struct, frozen=True):
    """A word with letters of scripts that are not written together."""

    span: Span
    """Of the word."""
    scripts: tuple[str, ...]
    """Their names, that of most letters first."""
    letter: str
    """The first letter that is not of the first of them."""


def mixed_words(text: str) -> Iterator[Mixed]:
    """Every word of a text in which scripts are mixed; digits and accents belong to any script."""
    if text.isascii():
        return
    for word in _word().finditer(text):
        of = {letter: script for letter in word[0] if (script := script_of(letter))}
        scripts = frozenset(of.values())
        if len(scripts) < 2 or any(scripts <= allowed for allowed in TOGETHER):
            continue
        counted = Counter(of[letter] for letter in word[0] if letter in of)
        # Of as many letters each, a stray one is more likely not Latin.
        ranked = sorted(scripts, key=lambda script: (-counted[script], SCRIPTS.index(script)))
        stray = next(letter for letter in word[0] if letter in of and of[letter] != ranked[0])
        yield Mixed(Span(*word.span()), tuple(ranked), stray)


@cache
def script_of(letter: str) -> str | None:
    """The script of one letter (`Cyrillic`); None for what is no letter, and for a script that is rare."""
    found = _script().match(letter) if unicodedata.category(letter)[0] == "L" else None
    return found.lastgroup if found else None


@cache
def _script() -> Any:
    """A letter, in a group that has the name of its script."""
    import regex  # noqa: PLC0415 -- where all letters are ASCII nobody asks

    return regex.compile("|".join(rf"(?P<{script}>\p{{Script={script}}})" for script in SCRIPTS))


@cache
def _word() -> Any:
    """A word, with its digits and accents."""
    import regex  # noqa: PLC0415 -- see above

    return regex.compile(r"[\p{L}\p{M}\p{Nd}]+")

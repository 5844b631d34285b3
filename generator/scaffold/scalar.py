"""A text as a value of front matter: plain where that is safe, in quotes where it is not."""

import re

PLAIN = re.compile(r"[^\W\d_]\w*(?:[ .,;()/’'–—…-]+\w+)*[.)…]?")
"""Letters first, then words and the signs that mean nothing to YAML."""
ADDRESS = re.compile(r"https?://[\w./~%=&?+-]*[\w/]", re.ASCII)
WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
"""Words that some programs take for something else than a text."""


def scalar(text: str) -> str:
    """One line of text so that a reader of YAML gets it back as it is."""
    if ADDRESS.fullmatch(text) or (PLAIN.fullmatch(text) and text.lower() not in WORDS):
        return text
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"

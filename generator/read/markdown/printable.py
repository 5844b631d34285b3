"""Characters that may stand in HTML and XML."""

import re

_SUSPECT = "[^\t\n\r -~\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0001fffd]"
_SPACES = "[\x0b\x0c]"
_PLANE_ENDS = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_NOT_TEXT = f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_PLANE_ENDS}]"
"""Patterns that re compiles when they are first wanted: that takes longer than most builds look for them."""


def printable(text: str) -> str:
    """The text with a space for a form feed, and U+FFFD for whatever neither HTML nor XML may hold.

    Each character stays one character.
    """
    # Nearly every text passes, most of them at the first look; what is allowed is looked for ten times as
    # quickly as what is not.
    if text.replace("\n", "").isprintable() or not re.search(_SUSPECT, text):
        return text
    return re.sub(_NOT_TEXT, "\N{REPLACEMENT CHARACTER}", re.sub(_SPACES, " ", text))

"""Text that every encoding of Unicode can hold."""

import re

_HALF = re.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    """The text with U+FFFD for half characters, as `"\\ud800"` in YAML makes them: UTF-8 has none."""
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", text)

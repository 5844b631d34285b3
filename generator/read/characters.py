"""Whether a text has one of very many characters, such as all of the scripts without spaces between words."""

import re
from functools import cached_property


class Characters:
    """Some characters beyond ASCII, given as a set of a regular expression: `\\u0e00-\\u0eff\\u1000-\\u109f`.

    The set is put together when the first text asks for it that is not ASCII: that takes some milliseconds,
    which is longer than an edit should wait for what its text has none of.
    """

    def __init__(self, ranges: str) -> None:
        self._ranges = ranges

    def any_in(self, text: str) -> bool:
        """Whether the text has one of them."""
        return not text.isascii() and self._pattern.search(text) is not None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(f"[{self._ranges}]")

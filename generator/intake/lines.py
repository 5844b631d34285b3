"""A raw text as lines that know their number."""

import re

from msgspec import Struct

_UNSEEN = {0x00: " ", 0xFEFF: "\u2060", 0x0B: " ", 0x0C: " ", 0x2028: " ", 0x2029: " ", 0x85: " "}
"""Signs that no file of the archive may hold, or that some programs take for the end of a line."""
_STOP = re.compile(r"[.!?…。！？؟:;][\"'”’»)\]]*\Z")


_SHORT = 500


class Line(Struct, frozen=True):
    """One line, without white space at its ends; numbers count from 1, blank lines included."""

    number: int
    text: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on it."""
        return not self.text

    @property
    def is_short(self) -> bool:
        """Whether it can be anything else than a paragraph: a label, a button, a title."""
        return len(self.text) <= _SHORT

    @property
    def stops(self) -> bool:
        """Whether it ends as a sentence ends, quotation marks and brackets aside."""
        return _STOP.search(self.text) is not None

    @property
    def trails_off(self) -> bool:
        """Whether it ends in an ellipsis."""
        return self.text.rstrip("\"'”’»)]").endswith(("…", "..."))

    @property
    def words(self) -> tuple[str, ...]:
        """What stands between spaces."""
        return tuple(self.text.split())


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text whose line ends are `\\n`."""
    plain = text.translate(_UNSEEN)
    return tuple(Line(number, line.strip()) for number, line in enumerate(plain.split("\n"), 1))


def written(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines on which something stands."""
    return tuple(line for line in lines if not line.is_blank)

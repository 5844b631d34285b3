"""Advertisement lines, and the names of their picture slots."""

import re
from collections.abc import Iterator, Sequence

from generator.intake.dropped import Dropped
from generator.intake.lines import Line

_WORDS = (
    "advertisement|advertisements|advertising|advert|sponsored|sponsored content|paid content|promoted"
    "|publicité"
    "|anzeige|werbung|publicidad|pubblicità|advertentie|реклама|إعلان"
)
_MARK = r"[\s\-–—_*|·.]*"
_LINE = re.compile(rf"{_MARK}(?:{_WORDS})?{_MARK}(?:spot_img{_MARK})*", re.IGNORECASE)


def advertising(lines: Sequence[Line]) -> Iterator[Dropped]:
    """Lines that hold nothing but the word for an advertisement or the name of a picture slot."""
    for line in lines:
        if line.is_short and any(sign.isalpha() for sign in line.text) and _LINE.fullmatch(line.text):
            yield Dropped(line, "an advertisement stood here")

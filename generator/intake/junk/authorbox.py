"""The box about the author or the site, below a text."""

import re
from collections.abc import Iterator, Sequence

from generator.intake.dropped import Dropped
from generator.intake.lines import Line, written

_NAME_AND_ADDRESS = re.compile(r"(?P<name>\S.{0,60}?)\s*https?://\S+")
_ABOUT = "the box about the author or the site"


def author_box(lines: Sequence[Line]) -> Iterator[Dropped]:
    """A name glued to an address, with the same name above it and the sentence about it below."""
    stand = written(tuple(lines))
    for place, line in enumerate(stand):
        box = _NAME_AND_ADDRESS.fullmatch(line.text)
        if not box or place < len(stand) // 2:
            continue
        name = box["name"].casefold()
        yield Dropped(line, _ABOUT)
        if stand[place - 1].text.casefold() == name:
            yield Dropped(stand[place - 1], _ABOUT)
        if place + 1 < len(stand) and name in stand[place + 1].text.casefold():
            yield Dropped(stand[place + 1], _ABOUT)

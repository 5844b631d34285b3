"""A line that does not come into the draft."""

from collections.abc import Iterable

from msgspec import Struct

from generator.intake.lines import Line


class Dropped(Struct, frozen=True):
    """A line of the raw text, and why it was left out; it stays in the raw file."""

    line: Line
    reason: str


def without(lines: Iterable[Line], dropped: Iterable[Dropped]) -> tuple[Line, ...]:
    """The lines that are left; where one was dropped there is a blank, so that nothing grows together."""
    gone = {drop.line.number for drop in dropped}
    return tuple(Line(line.number, "") if line.number in gone else line for line in lines)

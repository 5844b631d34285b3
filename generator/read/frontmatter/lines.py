"""Where an index of a text stands: its line and column."""

from msgspec import Struct

from generator.model.diagnostic import Mark


class Lines(Struct, frozen=True):
    """The lines of a text; only `\\n` ends a line."""

    # Nothing is worked out before it is asked for: hardly anybody asks about a file without mistakes.
    text: str = ""

    def mark(self, start: int, end: int | None = None) -> Mark:
        """The mark of `text[start:end]`, cut off at its line's end; without `end`, to there."""
        line_end = self.end_of_line(start)
        stop = line_end if end is None else min(end, line_end)
        length = len(self.text[start:stop].rstrip(" \t"))
        return Mark(self.number(start), start - self.start_of_line(start) + 1, max(length, 1))

    def number(self, index: int) -> int:
        """The number of the line of `index`; the first is 1."""
        return self.text.count("\n", 0, index) + 1

    def start_of_line(self, index: int) -> int:
        """The index at which the line of `index` starts."""
        return self.text.rfind("\n", 0, index) + 1

    def end_of_line(self, index: int) -> int:
        """The index of the end of the line of `index`, without its line end."""
        found = self.text.find("\n", index)
        return len(self.text) if found < 0 else found

    def line(self, index: int) -> str:
        """The whole line of `index`."""
        return self.text[self.start_of_line(index) : self.end_of_line(index)]

    def rest(self, index: int) -> str:
        """What stands on the line from `index` on, without white space at its end."""
        return self.text[index : self.end_of_line(index)].rstrip()

    def indent(self, index: int) -> int:
        """How many spaces the line of `index` starts with."""
        line = self.line(index)
        return len(line) - len(line.lstrip(" "))

    def same_line(self, one: int, other: int) -> bool:
        """Whether two indexes stand on one line."""
        return self.start_of_line(one) == self.start_of_line(other)

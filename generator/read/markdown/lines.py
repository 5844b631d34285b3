"""From the text of a block, as markdown-it hands it over, back to lines and columns of the file."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from markdown_it.token import Token
from msgspec import Struct

from generator.model.diagnostic import Mark
from generator.model.prose import Span


class Line(Struct, frozen=True):
    """A line of a block, and where it stands in the file."""

    row: int
    """The line of the file."""
    start: int
    """How many characters of it stand before the block's own."""
    indent: int
    """Spaces before its first word in the block, which have no place in the file."""
    length: int
    """Characters of the block from the first word to the last."""
    bars: tuple[int, ...] = ()
    """Where bars stand that the file writes as `\\|`, counted from the first word."""

    def column(self, offset: int) -> int:
        """Where a character of the block's line stands in the file's line, both counted from 0."""
        wanted = min(max(offset - self.indent, 0), self.length)
        return self.start + wanted + bisect_left(self.bars, wanted)


class Block:
    """The text of a paragraph, a heading or a cell of a table, and the lines of the file that hold it."""

    # A paragraph may hold ten thousand links: whatever they share is worked out once.

    def __init__(self, text: str, rows: "Lines", top: int, cell: int | None = None) -> None:
        self.text = text
        self._rows = rows
        self._top = top
        """The row in which it begins, counted from 0."""
        self._cell = cell
        """Where a cell begins in its row; None for any other block."""
        self._lines: dict[int, Line] = {}

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def mark(self, span: Span) -> Mark:
        """Where a stretch of the block's text stands in the file, as far as it stands on one line."""
        place = bisect_right(self._starts, span.start) - 1
        line = self._lines.get(place)
        if line is None:
            line = self._lines[place] = self._line(place)
        first = self._starts[place]
        start = line.column(span.start - first)
        return Mark(line.row, start + 1, max(line.column(span.end - first) - start, 1))

    def _line(self, place: int) -> Line:
        first = self._starts[place]
        end = self.text.find("\n", first)
        return self._rows.line(self._top + place, self.text[first : end if end >= 0 else None], self._cell)


class Lines:
    """The lines of a text, asked for the blocks in the order in which they stand there."""

    def __init__(self, markdown: str, first: int) -> None:
        self._markdown = markdown
        self._first = first
        self._read_to: dict[int, int] = {}
        """By row: up to where the cells of a table have been found."""

    @cached_property
    def _written(self) -> list[str]:
        # Only a text with headings, links or tables asks for it.
        return re.split(r"\r\n|\r|\n", self._markdown)

    def block(self, token: Token, *, cell: bool = False) -> Block:
        """The block of an inline token; a cell shares its line with others."""
        top = token.map[0] if token.map else 0
        start = None
        if cell:
            start, self._read_to[top] = _found(
                self._row(top), token.content.strip(), self._read_to.get(top, 0)
            )
        return Block(token.content, self, top, start)

    def definition(self, token: Token) -> Mark:
        """Where the address of `[label]: address` stands."""
        top, end = token.map or (0, 1)
        written = "\n".join(self._written[top:end])
        found = re.compile(r"(?<!\\)\]:[\s>]*<?").search(written)
        start = found.end() if found else 0
        row = written.count("\n", 0, start)
        column = start - (written.rfind("\n", 0, start) + 1)
        address = re.compile(r"[^\s>]*").match(written, start)
        return Mark(self._first + top + row, column + 1, max(len(address[0]) if address else 0, 1))

    def line(self, row: int, text: str, cell: int | None = None) -> Line:
        """The line of the file that holds a line of a block; `cell` is where it begins, if that is known."""
        written = self._row(row)
        bare = text.strip()
        if cell is not None:
            start = cell
        elif written.rstrip().endswith(bare):
            start = len(written.rstrip()) - len(bare)
        else:  # a heading that ends in `##`
            start = max(written.find(bare), 0)
        indent = len(text) - len(text.lstrip())
        return Line(self._first + row, start, indent, len(bare), _bars(written, bare, start))

    def _row(self, row: int) -> str:
        return self._written[row] if row < len(self._written) else ""


def _found(written: str, cell: str, start: int) -> tuple[int, int]:
    """Where a cell that begins at `start` or later has its two ends; a bar inside it is written `\\|`."""
    exact = written.find(cell, start)
    if exact >= 0:
        return exact, exact + len(cell)
    escaped = re.compile(r"\\?\|".join(map(re.escape, cell.split("|")))).search(written, start)
    return escaped.span() if escaped else (start, start)


def _bars(written: str, text: str, start: int) -> tuple[int, ...]:
    """Where the bars of a text stand that are written as `\\|`, when the text begins at `start`."""
    if "\\|" not in written:
        return ()
    bars: list[int] = []
    for found in re.finditer(r"\|", text):
        if written.startswith("\\|", start + found.start() + len(bars)):
            bars.append(found.start())
    return tuple(bars)

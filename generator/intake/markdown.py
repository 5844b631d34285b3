"""Blocks as Markdown in which every word is only a word."""

import re
from collections.abc import Iterable

from generator.intake.crossheads import Block

_ANYWHERE = re.compile(
    r"[\\`*<\[\]|]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # inside a word it is no mark
    r"|~(?=~)|(?<=~)~"
    r"|&(?=[#\w])"
    r"|(?<![^\s])\#+(?![^\s])"  # at the end of a heading it would be dropped
)
_AT_START = re.compile(r"(?:[#>=:~]|[-+](?=\s|-|\Z|=)|-)")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|\Z)")


def markdown_of(blocks: Iterable[Block]) -> str:
    """The blocks with a blank line between them; headings are `##`."""
    return "\n\n".join(
        f"## {escaped(block.text)}" if block.heading else escaped(block.text) for block in blocks
    )


def escaped(text: str) -> str:
    """A text that Markdown reads as exactly this text."""
    return "\n".join(_line(line.strip()) for line in text.split("\n") if line.strip())


def _line(line: str) -> str:
    marked = _ANYWHERE.sub(lambda found: "".join(f"\\{sign}" for sign in found[0]), line)
    if numbered := _NUMBERED.match(line):
        return f"{numbered[1]}\\{marked[numbered.end(1) :]}"
    return f"\\{marked}" if _AT_START.match(marked) else marked

"""How deep blocks may nest, and what becomes of the text below."""

from markdown_it.rules_block import StateBlock

from generator.read.limits import MAX_NESTING

_DEEPEST = MAX_NESTING - 2
"""A list takes two levels (list and item), and markdown-it drops what reaches MAX_NESTING itself."""


def plain_below(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read whatever is nested deeper than `_DEEPEST` as a paragraph, its markers as text."""
    if silent or state.level < _DEEPEST:
        return False
    line = start + 1
    while line < end and not state.isEmpty(line) and not 0 <= state.sCount[line] < state.blkIndent:
        line += 1
    state.line = line

    token = state.push("paragraph_open", "p", 1)
    token.map = [start, line]
    token = state.push("inline", "", 0)
    token.content = state.getLines(start, line, state.blkIndent, False).strip()
    token.map = [start, line]
    token.children = []
    state.push("paragraph_close", "p", -1)
    return True

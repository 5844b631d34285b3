"""Tables whose rows may be longer than their header."""

from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_block.table import escapedSplit, getLine
from markdown_it.token import Token


def whole_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a table, and keep the cells that a row has beyond the header (GFM drops them)."""
    first = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    if silent:
        return True
    tokens: list[Token] = []
    columns = cells = 0
    row = start
    for token in state.tokens[first:]:
        match token.type:
            case "tr_open":
                row, cells = token.map[0] if token.map else row, 0
            case "th_open":
                columns += 1
            case "td_open":
                cells += 1
            case "tr_close" if cells:
                tokens += _cells_beyond(columns, state, row, token.level + 1)
        tokens.append(token)
    state.tokens[first:] = tokens
    return True


def _cells_beyond(columns: int, state: StateBlock, row: int, level: int) -> list[Token]:
    cells = escapedSplit(getLine(state, row).strip())
    if cells and cells[0] == "":
        cells.pop(0)
    if cells and cells[-1] == "":
        cells.pop()
    return [token for cell in cells[columns:] for token in _cell(cell.strip(), row, level)]


def _cell(content: str, row: int, level: int) -> tuple[Token, Token, Token]:
    return (
        Token("td_open", "td", 1, level=level, block=True),
        Token("inline", "", 0, map=[row, row + 1], level=level + 1, content=content, children=[], block=True),
        Token("td_close", "td", -1, level=level, block=True),
    )

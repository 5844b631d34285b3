"""Quotations in a text: `> …`."""

from markdown_it.rules_block import StateBlock, blockquote

_FIRST = 8
"""Lines that are looked at first."""
_MORE = 16
"""How many times as many are looked at next."""
_NOTED = ("references", "duplicate_refs")
_AHEAD = "quotations"
"""Where it is noted while a quotation is read how many lines those in it need, by their first line and depth.
One that is read again with the one around it begins with them: else each level would multiply the work."""


def near_quotation(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a quotation, and look only so far ahead as it may go on.

    markdown-it's own rule looks for its end in all lines up to the next empty one, even where the quotation
    cannot go on behind what it holds; many of them in one paragraph then cost the square of their number.
    """
    if silent:
        return blockquote(state, start, end, silent)
    if _AHEAD in state.env:
        return _read(state, start, end, state.env[_AHEAD])
    try:
        return _read(state, start, end, state.env.setdefault(_AHEAD, {}))
    finally:
        del state.env[_AHEAD]


def _read(state: StateBlock, start: int, end: int, ahead: dict[tuple[int, int], int]) -> bool:
    here, tokens = (start, state.level), len(state.tokens)
    noted = {key: len(state.env.get(key, ())) for key in _NOTED}
    while True:
        lines = ahead.get(here, _FIRST)
        limit = min(start + lines, end)
        found = blockquote(state, start, limit, False)
        if not found or state.line < limit - 1:
            return found
        ahead[here] = lines * _MORE
        if limit == end:
            return found
        # It goes on: once more, as if nothing had been read.
        del state.tokens[tokens:]
        for key, count in noted.items():
            _shorten(state.env.get(key), count)
        state.line = start


def _shorten(kept: object, count: int) -> None:
    """Drop what was added to a dictionary or a list since it held so many."""
    if isinstance(kept, dict):
        while len(kept) > count:
            kept.popitem()
    elif isinstance(kept, list):
        del kept[count:]

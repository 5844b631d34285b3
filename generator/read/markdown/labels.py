"""Where the text of a link ends: `[text](address)`."""

from types import SimpleNamespace

from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.rules_inline import StateInline

_NOWHERE = -1


def label_end(state: StateInline, start: int, disableNested: bool = False) -> int:  # noqa: N803  (markdown-it's)
    """Where the bracket closes that opens at `start`, -1 where none does; what stands between is no link.

    markdown-it's own function goes from every bracket over all that follows it, up to fifty times. This
    one remembers what it has found of each, and finds the same.
    """
    known = _known(state, start, disableNested)
    if known is not None:
        return known
    before = state.pos
    state.pos = start + 1
    opened = [start]
    while state.pos < state.posMax:
        place = state.pos
        sign = state.src[place]
        if sign == "]":
            state.cache[_key(state, opened.pop(), disableNested)] = place
            if not opened:
                break
        state.md.inline.skipToken(state)
        if sign != "[":
            continue
        if state.pos == place + 1:
            inner = _known(state, place, disableNested)
            if inner == _NOWHERE:
                break  # nor does any that is open around it
            if inner is None:
                opened.append(place)
            else:
                state.pos = inner + 1
        elif disableNested:
            break
    for place in opened:
        state.cache[_key(state, place, disableNested)] = _NOWHERE
    state.pos = before
    return state.cache[_key(state, start, disableNested)]


def _known(state: StateInline, start: int, without_links: bool) -> int | None:
    """What is known of a bracket; where one closes with no link on the way, it does so in any case."""
    end = state.cache.get(_key(state, start, without_links=True))
    if without_links or (end is not None and end != _NOWHERE):
        return end
    return state.cache.get(_key(state, start, without_links=False))


def _key(state: StateInline, start: int, without_links: bool) -> int:
    """Its place in markdown-it's notes on one text, whose own keys are the places in the text: below -1."""
    return -2 - 2 * (state.posMax * (len(state.src) + 1) + start) - without_links


HELPERS = SimpleNamespace(
    parseLinkLabel=label_end, parseLinkDestination=parseLinkDestination, parseLinkTitle=parseLinkTitle
)
"""What the rules of markdown-it ask for by these names."""

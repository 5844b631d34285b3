"""The rules of markdown-it for links, which here also note where they found each address."""

from collections.abc import Callable

from markdown_it.common.utils import isStrSpace
from markdown_it.rules_inline import StateInline, autolink, image, link
from markdown_it.token import Token

from generator.model.prose import Span

USED, ADDRESS, LABEL = "used", "address", "inside"
"""What is noted in the `meta` of a token, in characters of the text that was parsed: where the whole link
stands, its address if it is there, and where the text between its brackets begins."""
_LAST = -1
"""A key in markdown-it's notes on one text, which have places for keys."""


def noted_link(state: StateInline, silent: bool) -> bool:
    """`[text](address)` and `[text][label]`."""
    return _noted(link, state, silent, "link_open", brackets=0, nested=True)


def noted_image(state: StateInline, silent: bool) -> bool:
    """`![text](address)` and `![text][label]`."""
    return _noted(image, state, silent, "image", brackets=1, nested=False)


def noted_autolink(state: StateInline, silent: bool) -> bool:
    """`<address>`."""
    start, first = state.pos, len(state.tokens)
    if not autolink(state, silent):
        return False
    if not silent:
        token = _token(state, first, "link_open")
        token.meta[USED] = Span(start, state.pos)
        token.meta[ADDRESS] = Span(start + 1, state.pos - 1)
    return True


def _noted(
    rule: Callable[[StateInline, bool], bool],
    state: StateInline,
    silent: bool,
    kind: str,
    *,
    brackets: int,
    nested: bool,
) -> bool:
    start, first = state.pos, len(state.tokens)
    # Each bracket that nothing closes would be looked at fifty times over.
    if start > _last_bracket(state) or not rule(state, silent):
        return False
    if not silent:
        token = _token(state, first, kind)
        bracket = start + brackets
        token.meta[USED] = Span(start, state.pos)
        token.meta[LABEL] = bracket + 1
        if "label" not in token.meta:
            label_end = state.md.helpers.parseLinkLabel(state, bracket, nested)
            token.meta[ADDRESS] = _address(state, label_end + 2)
    return True


def _last_bracket(state: StateInline) -> int:
    """Where the last bracket closes in the text that is parsed; -1 where none does."""
    known = state.cache.get(_LAST)
    if known is None:
        known = state.cache[_LAST] = state.src.rfind("]")
    return known


def _token(state: StateInline, first: int, kind: str) -> Token:
    """The token that a rule has made: the first one, or the second where text stood before it."""
    found = (state.tokens[place] for place in range(first, len(state.tokens)))
    return next(token for token in found if token.type == kind)


def _address(state: StateInline, start: int) -> Span:
    """Where the address stands between parentheses, without angle brackets around it."""
    while isStrSpace(state.src[start]) or state.src[start] == "\n":
        start += 1
    found = state.md.helpers.parseLinkDestination(state.src, start, state.posMax)
    if not found.ok:
        return Span(start, start)
    if state.src[start] == "<":
        return Span(start + 1, found.pos - 1)
    return Span(start, found.pos)

"""The language of snippets: places to fill in, and menus to choose from."""

from collections.abc import Iterable

MOST = 200
"""Entries of a menu; a longer one is no help."""


def place(number: int, text: str) -> str:
    """A place with a text that is replaced by typing: `${1:text}`."""
    return "${" + f"{number}:{_escaped(text, '$}')}" + "}"


def menu(number: int, words: Iterable[str], otherwise: str) -> str:
    """A place with a menu: `${1|one,two|}`; with nothing to choose from, a place with a text."""
    known = list(words)[:MOST]
    if not known:
        return place(number, otherwise)
    return "${" + f"{number}|{','.join(_escaped(word, '$},|') for word in known)}|" + "}"


def _escaped(text: str, signs: str) -> str:
    return "".join(f"\\{sign}" if sign in signs or sign == "\\" else sign for sign in text)

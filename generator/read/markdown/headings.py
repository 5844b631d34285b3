"""The ids of headings, and the links that lead to them."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import unquote

from markdown_it.token import Token

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of one text, in its order."""

    ids: Mapping[str, None]
    """Unique, in order, and prefixed so that they can clobber no name of the page."""

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> "Headings":
        """The headings of a text that has been parsed."""
        texts = (
            plain(inline.children or ())
            for heading, inline in pairwise(tokens)
            if heading.type == "heading_open"
        )
        return cls(dict.fromkeys(_unique(f"h-{_slug(text) or 'section'}" for text in texts)))

    def target(self, fragment: str) -> str | None:
        """The id that `#fragment` means: one of ours, or the text of a heading; None if no heading has it."""
        name = unquote(fragment.removeprefix("#"))
        return next((id for id in (name, f"h-{_slug(name)}") if id in self.ids), None)


def plain(tokens: Iterable[Token]) -> str:
    """Inline tokens as text: what stands in them without markup, an image as its alternative text."""
    return "".join(
        " "
        if token.type in {"softbreak", "hardbreak"}
        else plain(token.children)
        if token.children
        else token.content
        for token in tokens
    )


def _slug(text: str) -> str:
    """Letters, digits and their marks in any script; one hyphen for anything between."""
    kept = (
        character if character.isalnum() or unicodedata.category(character)[0] == "M" else " "
        for character in unicodedata.normalize("NFC", text).lower()
    )
    return "-".join("".join(kept).split())[:_LONGEST].strip("-")


def _unique(ids: Iterable[str]) -> Iterator[str]:
    taken: set[str] = set()
    last: dict[str, int] = {}
    for wanted in ids:
        id = wanted
        while id in taken:
            last[wanted] = last.get(wanted, 1) + 1
            id = f"{wanted}-{last[wanted]}"
        taken.add(id)
        yield id

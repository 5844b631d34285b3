"""The ids of headings, and the links that lead to them."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from urllib.parse import unquote

from markdown_it.token import Token
from msgspec import Struct

from generator.model.prose import Heading

_LONGEST = 80


class Headings(Struct, frozen=True):
    """The anchors of one text."""

    ids: Mapping[str, None]
    """Unique, in order, and prefixed so that they can clobber no name of the page."""
    names: Mapping[str, str]
    """Their ids by the names that GitHub and editors give them."""

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> "Headings":
        """The headings of a text that has been parsed."""
        texts = [
            plain(inline.children or ())
            for heading, inline in pairwise(tokens)
            if heading.type == "heading_open"
        ]
        ids = list(_unique((f"h-{_slug(text) or 'section'}" for text in texts), first=2))
        names = _unique((_name(text) for text in texts), first=1)
        return cls(dict.fromkeys(ids), dict(zip(names, ids, strict=True)))

    @classmethod
    def in_prose(cls, headings: Iterable[Heading]) -> "Headings":
        """The headings of a text that has been read."""
        known = tuple(headings)
        return cls(
            dict.fromkeys(heading.id for heading in known),
            {heading.name: heading.id for heading in known},
        )

    def target(self, fragment: str) -> str | None:
        """The id that `#fragment` means: one of ours, what other programs call the heading, or its words.

        None if no heading has it.
        """
        name = unquote(fragment.removeprefix("#"))
        known = (name, self.names.get(name, ""), f"h-{_slug(name)}")
        return next((id for id in known if id in self.ids), None)


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


def _name(text: str) -> str:
    """As GitHub makes an anchor of a heading: no signs but hyphens and low lines, each space a hyphen."""
    kept = (
        character
        for character in text.strip().lower()
        if character.isalnum() or character in "-_ " or unicodedata.category(character)[0] == "M"
    )
    return "".join(kept).replace(" ", "-")


def _unique(names: Iterable[str], *, first: int) -> Iterator[str]:
    """The names, each with a number where it was there before; `first` is that of the second one."""
    taken: set[str] = set()
    last: dict[str, int] = {}
    for wanted in names:
        name = wanted
        while name in taken:
            last[wanted] = last.get(wanted, first - 1) + 1
            name = f"{wanted}-{last[wanted]}"
        taken.add(name)
        yield name

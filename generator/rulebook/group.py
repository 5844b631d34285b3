"""A group of rules: one chapter of the rulebook."""

from msgspec import Struct

from generator.rulebook.rule import Rule


class Group(Struct, frozen=True):
    """Rules about one thing, in the order in which an editor should meet them."""

    title: str
    about: str
    """A sentence or two that open the chapter."""
    rules: tuple[Rule, ...]

"""A group of rules: one chapter of the rulebook."""

from dataclasses import dataclass

from generator.rulebook.rule import Rule


@dataclass(frozen=True, slots=True)
class Group:
    """Rules about one thing, in the order in which an editor should meet them."""

    title: str
    about: str
    """A sentence or two that open the chapter."""
    rules: tuple[Rule, ...]

"""What the rules find in one origin at a time."""

from collections.abc import Mapping

from msgspec import Struct

from generator.model.verdict import Finding, FindingName


class Told(Struct, frozen=True):
    """The findings about one origin, and whom they concern."""

    about: Mapping[str, tuple[Finding, ...]]
    """By fact, rule by rule."""
    concerned: Mapping[FindingName, frozenset[str]]
    """By rule: the facts that its findings name."""


NOTHING_TOLD = Told({}, {})

"""What the rules find in one origin at a time."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.verdict import Finding, FindingName


@dataclass(frozen=True, slots=True)
class Told:
    """The findings about one origin, and whom they concern."""

    about: Mapping[str, tuple[Finding, ...]]
    """By fact, rule by rule."""
    concerned: Mapping[FindingName, frozenset[str]]
    """By rule: the facts that its findings name."""


NOTHING_TOLD = Told({}, {})

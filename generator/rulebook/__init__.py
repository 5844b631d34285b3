"""The rulebook: every rule that a diagnostic can say is broken, with its reason and its examples.

`dateline check --explain CODE` and docs/checks.md are made from it. To add a rule, write it into the group
it belongs to; to add a group, write its file and add its `GROUP` to GROUPS.
"""

from collections.abc import Mapping
from types import MappingProxyType

from generator.rulebook import (
    corrections,
    documents,
    figures,
    files,
    frontmatter,
    keys,
    levels,
    links,
    names,
    people,
    references,
    release,
    values,
    wording,
)
from generator.rulebook.group import Group
from generator.rulebook.rule import Rule, Snippet, Where

__all__ = ["GROUPS", "RULES", "Group", "Rule", "Snippet", "Where"]

GROUPS: tuple[Group, ...] = (
    wording.GROUP,
    figures.GROUP,
    documents.GROUP,
    people.GROUP,
    names.GROUP,
    corrections.GROUP,
    release.GROUP,
    references.GROUP,
    links.GROUP,
    values.GROUP,
    keys.GROUP,
    frontmatter.GROUP,
    files.GROUP,
    levels.GROUP,
)
"""The chapters, from what is most of an editor's own to what is mere form."""

RULES: Mapping[str, Rule] = MappingProxyType({rule.code: rule for group in GROUPS for rule in group.rules})
"""Every rule by its code, in the order of the groups."""

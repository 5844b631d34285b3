"""What one rule says about one measure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.facts.case import Case
from generator.model.verdict import Finding, FindingName


@dataclass(frozen=True, slots=True)
class Ruling:
    """The findings of one rule: about single facts, each its finding's first, and about the measure."""

    about_facts: tuple[Finding, ...] = ()
    about_measure: Finding | None = None


Rule = Callable[[Case], Ruling]


def ruling(case: Case, name: FindingName, found: Iterable[tuple[str, ...]]) -> Ruling:
    """A finding for each group of fact ids, and one about the measure that names all of them in order."""
    about_facts = tuple(_finding(case, name, facts) for facts in found)
    if not about_facts:
        return Ruling()
    concerned = {fact for finding in about_facts for fact in finding.facts}
    return Ruling(about_facts, Finding(name, tuple(sorted(concerned, key=case.place.__getitem__))))


def _finding(case: Case, name: FindingName, facts: tuple[str, ...]) -> Finding:
    known = case.findings.get((name, facts))
    if known is None:
        known = case.findings[name, facts] = Finding(name, facts)
    return known

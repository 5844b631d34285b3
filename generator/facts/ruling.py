"""What one rule says about one measure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.facts.case import Case
from generator.facts.voice import Voice
from generator.model.verdict import Finding, FindingName


@dataclass(frozen=True, slots=True)
class Ruling:
    """The findings of one rule: about single facts, each its finding's first, and about the measure."""

    about_facts: tuple[Finding, ...] = ()
    about_measure: Finding | None = None


Rule = Callable[[Case], Ruling]
Facts = tuple[str, ...]
"""Ids of the facts that a finding names."""
NOTHING = Ruling()


def ruling(case: Case, name: FindingName, found: Iterable[tuple[str, ...]]) -> Ruling:
    """A finding for each group of fact ids, and one about the measure that names all of them in order."""
    known = case.findings.setdefault(name, {})
    return _ruled(case, name, tuple(known.get(facts) or _found(known, name, facts) for facts in found))


def ruling_by_voice(case: Case, name: FindingName, found_in: Callable[[Voice], Iterable[Facts]]) -> Ruling:
    """The same for what can be found in each origin by itself: only where it has said something new."""
    about_facts: list[Finding] = []
    known = case.findings.setdefault(name, {})
    for voice in case.voices.values():
        told = voice.told.get(name)
        if told is None:
            groups = found_in(voice)
            told = tuple(known.get(facts) or _found(known, name, facts) for facts in groups)
            voice.told[name] = told
        about_facts += told
    return _ruled(case, name, tuple(about_facts))


def _ruled(case: Case, name: FindingName, about_facts: tuple[Finding, ...]) -> Ruling:
    if not about_facts:
        return NOTHING
    concerned = {fact for finding in about_facts for fact in finding.facts}
    return Ruling(about_facts, Finding(name, tuple(sorted(concerned, key=case.place.__getitem__))))


def _found(known: dict[Facts, Finding], name: FindingName, facts: Facts) -> Finding:
    finding = known[facts] = Finding(name, facts)
    return finding

"""What one rule says about one measure."""

from collections.abc import Callable, Collection, Iterable, Mapping

from msgspec import Struct

from generator.facts.case import Case, Findings
from generator.facts.told import NOTHING_TOLD, Told
from generator.facts.voice import Voice
from generator.model.verdict import Finding, FindingName


class Ruling(Struct, frozen=True):
    """The findings of one rule: about single facts, each its finding's first, and about the measure."""

    about_facts: tuple[Finding, ...] = ()
    about_measure: Finding | None = None


Facts = tuple[str, ...]
"""Ids of the facts that a finding names."""
Rule = Callable[[Case], Ruling]
VoiceRule = Callable[[Voice], list[Facts]]
"""The facts of each finding that can be found in one origin by itself."""
NOTHING = Ruling()


def ruling(case: Case, name: FindingName, found: Iterable[Facts]) -> Ruling:
    """A finding for each group of fact ids, and one about the measure that names all of them in order."""
    known = case.findings.setdefault(name, {})
    about_facts = tuple(known.get(facts) or _found(known, name, facts) for facts in found)
    if not about_facts:
        return NOTHING
    concerned = {fact for finding in about_facts for fact in finding.facts}
    return Ruling(about_facts, about_measure(case, name, concerned))


def about_measure(case: Case, name: FindingName, facts: Collection[str]) -> Finding:
    """The finding that names these facts, in order."""
    here = tuple(filter(facts.__contains__, case.ids))
    if len(here) < len(facts):
        # Some are in another unit.
        here = tuple(sorted(facts, key=case.place.__getitem__))
    return Finding(name, here)


def told_in(voice: Voice, rules: Mapping[FindingName, VoiceRule], findings: Findings) -> Told:
    """What these rules find in one origin; `findings` are those made before."""
    if len(voice.said) == 1:
        return NOTHING_TOLD
    about: dict[str, tuple[Finding, ...]] = {}
    concerned: dict[FindingName, frozenset[str]] = {}
    for name, rule in rules.items():
        groups = rule(voice)
        if groups:
            known = findings.setdefault(name, {})
            concerned[name] = frozenset().union(*groups)
            for facts in groups:
                found, id = (known.get(facts) or _found(known, name, facts),), facts[0]
                about[id] = about[id] + found if id in about else found
    return Told(about, concerned) if about else NOTHING_TOLD


def _found(known: dict[Facts, Finding], name: FindingName, facts: Facts) -> Finding:
    finding = known[facts] = Finding(name, facts)
    return finding

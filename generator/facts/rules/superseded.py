"""Superseded: an editor decided that another figure takes its place."""

from generator.facts.case import Case
from generator.facts.ruling import Ruling, ruling
from generator.model.verdict import FindingName


def superseded(case: Case) -> Ruling:
    """Each finding names the superseded fact, then those that supersede it."""
    found = [finding.facts for finding in case.set_aside if finding.name is FindingName.SUPERSEDED]
    return ruling(case, FindingName.SUPERSEDED, found)

"""Retracted: the figure was withdrawn."""

from generator.facts.case import Case
from generator.facts.ruling import Ruling, ruling
from generator.model.verdict import FindingName


def retracted(case: Case) -> Ruling:
    """An editor gave the fact the status "retracted"."""
    found = [finding.facts for finding in case.set_aside if finding.name is FindingName.RETRACTED]
    return ruling(case, FindingName.RETRACTED, found)

"""Corrected: its source set the figure right."""

from generator.facts.case import Case
from generator.facts.ruling import Ruling, ruling
from generator.model.verdict import FindingName


def corrected(case: Case) -> Ruling:
    """An editor gave the fact the status "corrected"."""
    found = [finding.facts for finding in case.set_aside if finding.name is FindingName.CORRECTED]
    return ruling(case, FindingName.CORRECTED, found)

"""Unattributed: nobody is named."""

from generator.facts.case import Case
from generator.facts.ruling import Ruling, ruling
from generator.model.verdict import FindingName


def unattributed(case: Case) -> Ruling:
    """The document does not say who asserts the fact."""
    return ruling(case, FindingName.UNATTRIBUTED, [(one.id,) for one in case.kept if one.origin is None])

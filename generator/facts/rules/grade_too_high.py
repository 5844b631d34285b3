"""Grade-too-high: marked as confirmed by others although nobody else says it."""

from generator.facts.case import Case
from generator.facts.ruling import Ruling, ruling
from generator.model.verdict import FindingName

_CONFIRMED_BY_OTHERS = 1


def grade_too_high(case: Case) -> Ruling:
    """A fact has credibility 1, "confirmed by others", but the measure has one named origin or none."""
    found = [(one.id,) for one in case.kept if one.fact.credibility == _CONFIRMED_BY_OTHERS]
    if not found or len({one.origin for one in case.kept if one.origin is not None}) > 1:
        return Ruling()
    return ruling(case, FindingName.GRADE_TOO_HIGH, found)

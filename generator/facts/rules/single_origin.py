"""Single-origin: however many documents, one voice."""

from generator.facts.case import Case
from generator.facts.ruling import Ruling
from generator.model.verdict import Finding, FindingName


def single_origin(case: Case) -> Ruling:
    """Exactly one origin is named among the facts that no editor set aside; a fact without one adds none.

    It is said of the measure alone, and names the facts of that origin.
    """
    said = tuple(one for one in case.kept if one.origin is not None)
    if len({one.origin for one in said}) != 1:
        return Ruling()
    return Ruling(about_measure=Finding(FindingName.SINGLE_ORIGIN, tuple(one.id for one in said)))

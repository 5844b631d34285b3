"""Single-origin: however many documents, one voice."""

from generator.facts.case import Case
from generator.facts.ruling import Ruling
from generator.model.verdict import Finding, FindingName


def single_origin(case: Case) -> Ruling:
    """Exactly one origin is named among the facts that no editor set aside; a fact without one adds none.

    It is said of the measure alone, and names the facts of that origin.
    """
    if len({one.origin for one in case.kept} - {None}) != 1:
        return Ruling()
    said = (one for one in case.kept if one.origin is not None)
    return Ruling(about_measure=Finding(FindingName.SINGLE_ORIGIN, tuple(one.id for one in said)))

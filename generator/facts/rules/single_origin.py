"""Single-origin: however many documents, one voice."""

from generator.facts.case import Case
from generator.facts.ruling import Ruling
from generator.model.verdict import Finding, FindingName


def single_origin(case: Case) -> Ruling:
    """Exactly one origin is named among the facts; facts without an origin do not add one.

    It is said of the measure alone, and names the facts of that origin.
    """
    if len(case.origins) != 1:
        return Ruling()
    said = tuple(fact.id for fact in case.facts if fact.origin is not None)
    return Ruling(about_measure=Finding(FindingName.SINGLE_ORIGIN, said))

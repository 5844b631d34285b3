"""Other-unit: a figure that is counted in something else."""

from generator.facts.case import Case
from generator.facts.ruling import Ruling, ruling
from generator.model.verdict import Finding, FindingName


def other_unit(case: Case) -> Ruling:
    """The document gives a unit that is not the measure's, so its figure stands beside the others.

    In the verdict on the measure's own unit the finding is about the measure, and names all such facts.
    """
    if case.unit is not None:
        return ruling(case, FindingName.OTHER_UNIT, [(one.id,) for one in case.sightings])
    return (
        Ruling(about_measure=Finding(FindingName.OTHER_UNIT, case.elsewhere)) if case.elsewhere else Ruling()
    )

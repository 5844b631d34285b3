"""Lowered: an origin goes back on a higher figure."""

from generator.facts.case import Case
from generator.facts.ruling import Ruling, ruling
from generator.model.verdict import FindingName


def lowered(case: Case) -> Ruling:
    """A cumulative number is lower than its origin had already given, and nothing later has the higher one.

    The origin may have corrected itself. Each finding names the lowered fact, then the highest one before.
    """
    found = [(late.sighting.id, late.higher.id) for late in case.late if not late.taken_up]
    return ruling(case, FindingName.LOWERED, found)

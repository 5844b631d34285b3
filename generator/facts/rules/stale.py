"""Stale: an old figure printed late."""

from generator.facts.case import Case
from generator.facts.ruling import Ruling, ruling
from generator.model.verdict import FindingName


def stale(case: Case) -> Ruling:
    """A cumulative number is lower than its origin had already given, and others still have the higher one.

    Each finding names the stale fact, then the higher one: the highest that another document dated the
    same day or later takes up.
    """
    found = [(late.sighting.id, late.higher.id) for late in case.late if late.taken_up]
    return ruling(case, FindingName.STALE, found)

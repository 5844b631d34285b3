"""Incompatible: one origin says two things of one day that cannot both be true."""

from generator.facts.case import Case
from generator.facts.ruling import Ruling, ruling
from generator.model.verdict import FindingName


def incompatible(case: Case) -> Ruling:
    """Two facts of one origin for one as-of day are not compatible, and neither is stale or lowered.

    A cumulative count is not incompatible with a higher one published later: that is a revision.

    Each finding names the fact, then the one furthest below it and the one furthest above it.
    """
    found = [(fact, *others) for voice in case.voices.values() for fact, others in voice.clashes.items()]
    return ruling(case, FindingName.INCOMPATIBLE, found)

"""Incompatible: one origin says two things of one day that cannot both be true."""

from generator.facts.ruling import Facts
from generator.facts.voice import Voice


def incompatible(voice: Voice) -> list[Facts]:
    """Two facts of one origin for one as-of day are not compatible, and neither is stale or lowered.

    A cumulative count is not incompatible with a higher one published later: that is a revision.

    Each finding names the fact, then the one furthest below it and the one furthest above it.
    """
    return [(fact, *others) for fact, others in voice.clashes.items()]

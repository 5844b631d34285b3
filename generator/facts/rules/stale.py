"""Stale: an old figure printed late."""

from generator.facts.ruling import Facts
from generator.facts.voice import Voice


def stale(voice: Voice) -> list[Facts]:
    """A cumulative number is lower than its origin had already given, and others still have the higher one.

    Each finding names the stale fact, then the higher one: the highest that another document dated the
    same day or later takes up.
    """
    return [(late.sighting.id, late.higher.id) for late in voice.late.values() if late.taken_up]

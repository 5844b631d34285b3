"""Stale: an old figure printed late."""

from generator.facts.case import Case
from generator.facts.ruling import Facts, Ruling, ruling_by_voice
from generator.facts.voice import Voice
from generator.model.verdict import FindingName


def stale(case: Case) -> Ruling:
    """A cumulative number is lower than its origin had already given, and others still have the higher one.

    Each finding names the stale fact, then the higher one: the highest that another document dated the
    same day or later takes up.
    """
    return ruling_by_voice(case, FindingName.STALE, _taken_up)


def _taken_up(voice: Voice) -> list[Facts]:
    return [(late.sighting.id, late.higher.id) for late in voice.late.values() if late.taken_up]

"""Lowered: an origin goes back on a higher figure."""

from generator.facts.case import Case
from generator.facts.ruling import Facts, Ruling, ruling_by_voice
from generator.facts.voice import Voice
from generator.model.verdict import FindingName


def lowered(case: Case) -> Ruling:
    """A cumulative number is lower than its origin had already given, and nothing later has the higher one.

    The origin may have corrected itself. Each finding names the lowered fact, then the highest one before.
    """
    return ruling_by_voice(case, FindingName.LOWERED, _not_taken_up)


def _not_taken_up(voice: Voice) -> list[Facts]:
    return [(late.sighting.id, late.higher.id) for late in voice.late.values() if not late.taken_up]

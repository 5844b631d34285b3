"""Lowered: an origin goes back on a higher figure."""

from generator.facts.ruling import Facts
from generator.facts.voice import Voice


def lowered(voice: Voice) -> list[Facts]:
    """A cumulative number is lower than its origin had already given, and nothing later has the higher one.

    The origin may have corrected itself. Each finding names the lowered fact, then the highest one before.
    """
    return [(late.sighting.id, late.higher.id) for late in voice.late.values() if not late.taken_up]

"""Revision: the same origin gives a new figure."""

from itertools import pairwise

from generator.facts.ruling import Facts
from generator.facts.voice import Voice


def revision(voice: Voice) -> list[Facts]:
    """An origin changed its figure. Each finding names the new fact, then the one it replaced.

    A figure that fell behind is no revision, whether stale or lowered: that has a name of its own.
    """
    return [(new.id, old.id) for old, new in pairwise(voice.series) if new.id not in voice.late]

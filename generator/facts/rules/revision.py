"""Revision: the same origin gives a new figure."""

from itertools import pairwise

from generator.facts.case import Case
from generator.facts.ruling import Facts, Ruling, ruling_by_voice
from generator.facts.voice import Voice
from generator.model.verdict import FindingName


def revision(case: Case) -> Ruling:
    """An origin changed its figure. Each finding names the new fact, then the one it replaced.

    A figure that fell behind is no revision, whether stale or lowered: that has a name of its own.
    """
    return ruling_by_voice(case, FindingName.REVISION, _changes)


def _changes(voice: Voice) -> list[Facts]:
    return [(new.id, old.id) for old, new in pairwise(voice.series) if new.id not in voice.late]

"""Revision: the same origin gives a new figure."""

from itertools import pairwise

from generator.facts.case import Case
from generator.facts.ruling import Ruling, ruling
from generator.model.verdict import FindingName


def revision(case: Case) -> Ruling:
    """An origin changed its figure. Each finding names the new fact, then the one it replaced.

    A figure that fell behind is no revision, whether stale or lowered: that has a name of its own.
    """
    behind = {late.sighting.id for late in case.late}
    pairs = (pair for voice in case.voices.values() for pair in pairwise(voice.series))
    changes = [(new.id, old.id) for old, new in pairs if new.id not in behind]
    return ruling(case, FindingName.REVISION, changes)

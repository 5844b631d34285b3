"""Revision: the same origin gives a new figure."""

from itertools import pairwise

from generator.facts.case import Case
from generator.facts.ruling import Ruling, ruling
from generator.model.verdict import FindingName


def revision(case: Case) -> Ruling:
    """An origin changed its figure. Each finding names the new fact, then the one it replaced.

    A stale figure is no revision; one that was lowered may be, since the origin may have corrected itself.
    """
    changes = (pair for voice in case.voices.values() for pair in pairwise(voice.series))
    return ruling(case, FindingName.REVISION, [(new.id, old.id) for old, new in changes])

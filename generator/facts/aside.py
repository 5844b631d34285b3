"""What an editor set aside: superseded, corrected, retracted."""

from collections.abc import Iterable, Mapping
from datetime import date

from generator.facts.sighting import Sighting
from generator.model.fact import Status
from generator.model.verdict import Finding, FindingName

Asides = Mapping[str, tuple[Finding, ...]]
"""By fact id: what an editor decided about it. A fact in it is shown, and no rule weighs it any more."""

_NAMES = {Status.CORRECTED: FindingName.CORRECTED, Status.RETRACTED: FindingName.RETRACTED}


def decisions_in(sightings: Iterable[Sighting]) -> tuple[Sighting, ...]:
    """The sightings with an editor's decision, about themselves or about others."""
    return tuple(one for one in sightings if one.fact.decides)


def takes_effect(sighting: Sighting) -> date:
    """The day from which its decision can be known."""
    return max(sighting.published, sighting.fact.decided or sighting.published)


def asides_of(decisions: Iterable[Sighting]) -> Asides:
    """What these sightings, in order and of one measure, set aside.

    A superseded fact names itself, then all that supersede it. A fact cannot supersede itself. What
    supersedes another and is set aside in turn still supersedes it.
    """
    by: dict[str, list[str]] = {}
    named: dict[str, list[Finding]] = {}
    for sighting in decisions:
        for target in dict.fromkeys(sighting.fact.supersedes):
            if target != sighting.id:
                by.setdefault(target, []).append(sighting.id)
        if sighting.fact.status is not None:
            named.setdefault(sighting.id, []).append(Finding(_NAMES[sighting.fact.status], (sighting.id,)))
    superseded = {id: Finding(FindingName.SUPERSEDED, (id, *others)) for id, others in by.items()}
    return {
        id: ((superseded[id],) if id in superseded else ()) + tuple(named.get(id, ()))
        for id in dict.fromkeys((*superseded, *named))
    }

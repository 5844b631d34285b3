"""One origin: what it has said about a measure, and what of that still stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.facts.clash import clashes
from generator.facts.late import Late, late_facts
from generator.facts.series import series_of
from generator.facts.sighting import Sighting
from generator.facts.standing import standing
from generator.model.verdict import Finding, FindingName


@dataclass(frozen=True, slots=True)
class Voice:
    """What the rules ask about the sightings of one origin, worked out once."""

    said: tuple[Sighting, ...]
    muted: bool
    """Whether what it said through digests counts for nothing."""
    late: Mapping[str, Late] = field(default_factory=dict)
    """The facts that fell behind, by id."""
    clashes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By fact id: facts of the same as-of day that cannot be true beside it."""
    series: tuple[Sighting, ...] = ()
    """The sightings that changed its figure, the first figure included."""
    standing: tuple[Sighting, ...] = ()
    """The sightings that stand: neither stale nor replaced by a later figure."""
    told: dict[FindingName, tuple[Finding, ...]] = field(default_factory=dict, compare=False, repr=False)
    """What the rules found that look at one origin at a time. Grows in place."""


def voice_of(said: Sequence[Sighting], *, rising: bool, muted: bool) -> Voice:
    """What one named origin has said, in order; `rising` if the measure is a cumulative number.

    Where digests are `muted`, theirs may fall behind, and otherwise change nothing.
    """
    digests = frozenset(one.id for one in said if not one.counts) if muted else frozenset()
    late = late_facts(said, digests) if rising else {}
    stale = {id for id, one in late.items() if one.taken_up}.union(digests)
    timely = tuple(one for one in said if one.id not in stale) if stale else tuple(said)
    if not timely:
        return Voice(tuple(said), muted, late)
    apart = clashes([one for one in timely if one.id not in late] if late else timely, cumulative=rising)
    series = series_of(timely, cumulative=rising)
    # Of two counts for a day the one published later has replaced the other, whether they clash or not.
    stands = standing(timely, series, () if rising else apart)
    return Voice(tuple(said), muted, late, apart, series, stands)

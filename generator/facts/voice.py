"""One origin: what it has said about a measure, and what of that still stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.facts.clash import clashes
from generator.facts.late import Late, late_facts
from generator.facts.series import series_of
from generator.facts.sighting import Sighting
from generator.facts.standing import standing


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


def voice_of(said: Sequence[Sighting], *, rising: bool, muted: bool) -> Voice:
    """What one named origin has said, in order; `rising` if the measure is a cumulative number.

    Where digests are `muted`, theirs may fall behind, and otherwise change nothing.
    """
    digests = frozenset(one.id for one in said if not one.counts) if muted else frozenset()
    late = late_facts(said, digests) if rising else {}
    timely = tuple(
        one for one in said if one.id not in digests and (one.id not in late or not late[one.id].taken_up)
    )
    if not timely:
        return Voice(tuple(said), muted, late)
    apart = clashes(tuple(one for one in timely if one.id not in late), cumulative=rising)
    series = series_of(timely, cumulative=rising)
    # Of two counts for a day the one published later has replaced the other, whether they clash or not.
    stands = standing(timely, series, () if rising else apart)
    return Voice(tuple(said), muted, late, apart, series, stands)

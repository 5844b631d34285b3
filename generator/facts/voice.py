"""One origin: what it has said about a measure, and what of that still stands."""

from collections.abc import Container, Mapping, Sequence

from msgspec import Struct, field

from generator.facts.behind import Behind
from generator.facts.clash import clashes
from generator.facts.late import Late, late_facts
from generator.facts.series import series_of
from generator.facts.sighting import Sighting
from generator.facts.standing import standing
from generator.facts.told import Told

NOBODY: frozenset[str] = frozenset()


class Voice(Struct, eq=False):
    """What the rules ask about the sightings of one origin, worked out once.

    Nothing of it is changed; it is not frozen because there are so many.
    """

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
    behind: Behind | None = None
    """From what `late` comes, where it is followed from day to day."""
    told: Told | None = None
    """What the rules found that look at one origin at a time; None until they were asked."""


def voice_of(said: Sequence[Sighting], *, rising: bool, muted: bool, earlier: Voice | None = None) -> Voice:
    """What one named origin has said, in order; `rising` if the measure is a cumulative number.

    Where digests are `muted`, theirs may fall behind, and otherwise change nothing. `earlier` is the voice
    of an earlier day, which must not be used any more.
    """
    said = tuple(said)
    if earlier is not None and earlier.muted is muted and earlier.said == said:
        return earlier
    digests = frozenset(one.id for one in said if not one.counts) if muted else NOBODY
    if len(said) == 1:
        return Voice(said, muted) if digests else Voice(said, muted, series=said, standing=said)
    late: Mapping[str, Late] = {}
    behind = _followed(earlier, said, muted, digests) if rising and earlier is not None else None
    if behind is not None:
        late = behind.late
    elif rising:
        late = late_facts(said, digests)
    stale = {id for id, one in late.items() if one.taken_up}.union(digests) if late or digests else NOBODY
    timely = tuple(one for one in said if one.id not in stale) if stale else said
    if not timely:
        return Voice(said, muted, late, behind=behind)
    apart = clashes([one for one in timely if one.id not in late] if late else timely, cumulative=rising)
    series = series_of(timely, cumulative=rising)
    # Of two counts for a day the one published later has replaced the other, whether they clash or not.
    stands = standing(timely, series, () if rising else apart)
    return Voice(said, muted, late, apart, series, stands, behind)


def _followed(
    earlier: Voice, said: tuple[Sighting, ...], muted: bool, digests: Container[str]
) -> Behind | None:
    """What fell behind, where nothing but new sightings of one day came in; otherwise None."""
    if earlier.muted is not muted or len(said) <= len(earlier.said):
        return None
    today = max(one.published for one in said)
    if tuple(one for one in said if one.published != today) != earlier.said:
        return None
    behind = earlier.behind or Behind.of(earlier.said, digests)
    behind.hear(tuple(one for one in said if one.published == today), digests)
    return behind

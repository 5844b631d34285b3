"""A measure with everything that the rules ask about its facts, worked out once."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from operator import attrgetter

from msgspec import Struct, field

from generator.facts.aside import Asides
from generator.facts.balance import Balance
from generator.facts.sighting import Sighting, by_origin, merged
from generator.facts.voice import Voice, voice_of
from generator.model.topic import Measure, MeasureType
from generator.model.verdict import Finding, FindingName

Voices = Mapping[str, Voice]
"""By origin, sorted."""

Findings = dict[FindingName, dict[tuple[str, ...], Finding]]
"""By name, then by facts."""

Agreed = dict[tuple[Sighting, ...], tuple[tuple[str, str], ...]]
"""By sightings of one as-of day: each that agrees with another of them, with that other one."""

_ID, _PUBLISHED = attrgetter("id"), attrgetter("published")
_NOBODY: frozenset[str] = frozenset()


class Case(Struct, eq=False):
    """What is known about one measure in one unit before the rules speak. Sightings stand in order.

    Nothing of it is changed; it is not frozen because there is one for every day.
    """

    measure: Measure
    sightings: tuple[Sighting, ...]
    """All of them. One whose value is not of the measure's type is listed, but never weighed."""
    ids: tuple[str, ...]
    """The same, by the ids of their facts."""
    place: Mapping[str, int]
    """Where each fact of the measure stands in the order, by id."""
    asides: Asides
    """What an editor set aside, of all facts of the measure."""
    kept: tuple[Sighting, ...]
    """The sightings that no editor set aside."""
    muted: bool
    """Whether what stands in digests counts for nothing, since there is something else."""
    unnamed: tuple[Sighting, ...]
    """Those that stand although nobody is named, in no order."""
    voices: Voices
    current: tuple[Sighting, ...]
    """The sightings that stand: neither stale nor replaced by a later figure of the same origin."""
    balances: tuple[Balance, ...] = ()
    """Totals with their parts, by document."""
    unit: str | None = None
    """The unit where it is not the measure's own."""
    elsewhere: tuple[str, ...] = ()
    """Facts in other units, where this is the measure's own."""
    latest: date = date.min
    """The last day on which a sighting was published."""
    documents: frozenset[str] = frozenset()
    """Where the sightings stand."""
    origins: frozenset[str] = frozenset()
    """All that are named."""
    findings: Findings = field(default_factory=dict)
    """Findings made so far, also for other days. Grows in place; most are the same from day to day."""
    agreed: Agreed = field(default_factory=dict)
    """What agrees within groups of sightings, also on other days. Grows in place."""

    @property
    def set_aside(self) -> Iterator[Finding]:
        """What an editor decided about these sightings."""
        if len(self.kept) == len(self.sightings):
            return iter(())
        return (finding for one in self.sightings for finding in self.asides.get(one.id, ()))


def case_of(
    measure: Measure,
    sightings: Sequence[Sighting],
    place: Mapping[str, int],
    asides: Asides,
    balances: tuple[Balance, ...] = (),
    *,
    unit: str | None = None,
    elsewhere: tuple[str, ...] = (),
    earlier: Case | None = None,
) -> Case:
    """Work out what the rules need to know of sightings in order and in one unit.

    `earlier` is the case of the last day before, which must not be used any more. Where editors have decided
    nothing since, only those are heard who said something new.
    """
    sightings = tuple(sightings)
    kind = measure.type
    rising = measure.cumulative and kind is MeasureType.NUMBER
    news = sightings
    if earlier is not None:
        news = tuple(one for one in sightings if one.published > earlier.latest)
    weighed = [one for one in news if one.kind is kind and one.id not in asides]
    muted = (earlier is not None and earlier.muted) or any(one.counts for one in weighed)
    before: Voices = {} if earlier is None else earlier.voices
    voices: dict[str, Voice] = {}
    unnamed: tuple[Sighting, ...] = ()
    if earlier is not None and earlier.muted is muted and earlier.asides == asides:
        voices, unnamed = dict(before), earlier.unnamed
    elif earlier is not None:
        weighed = [one for one in sightings if one.kind is kind and one.id not in asides]
        muted = any(one.counts for one in weighed)
    for origin, new in by_origin(weighed).items():
        said = merged(voices[origin].said, new, place) if origin in voices else new
        voices[origin] = voice_of(said, rising=rising, muted=muted, earlier=before.get(origin))
    if len(voices) > len(before):
        voices = {origin: voices[origin] for origin in sorted(voices)}
    unnamed += tuple(one for one in weighed if one.origin is None and (one.counts or not muted))
    standing = chain(unnamed, *(voice.standing for voice in voices.values()))
    return Case(
        measure=measure,
        sightings=sightings,
        ids=tuple(map(_ID, sightings)),
        place=place,
        asides=asides,
        kept=tuple(one for one in sightings if one.id not in asides) if asides else sightings,
        muted=muted,
        unnamed=unnamed,
        voices=voices,
        current=tuple(sorted(standing, key=lambda one: place[one.id])),
        balances=balances,
        unit=unit,
        elsewhere=elsewhere,
        latest=max(map(_PUBLISHED, news), default=date.min if earlier is None else earlier.latest),
        documents=(earlier.documents if earlier else _NOBODY).union([one.fact.document for one in news]),
        origins=(earlier.origins if earlier else _NOBODY).union(
            [one.origin for one in news if one.origin is not None]
        ),
        findings={} if earlier is None else earlier.findings,
        agreed={} if earlier is None else earlier.agreed,
    )

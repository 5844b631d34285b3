"""A measure with everything that the rules ask about its facts, worked out once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.facts.aside import Asides
from generator.facts.balance import Balance
from generator.facts.late import Late
from generator.facts.sighting import Sighting, by_origin
from generator.facts.voice import Voice, voice_of
from generator.model.topic import Measure, MeasureType
from generator.model.verdict import Finding, FindingName

Voices = Mapping[str, Voice]
"""By origin, sorted."""

Findings = dict[FindingName, dict[tuple[str, ...], Finding]]
"""By name, then by facts."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is known about one measure in one unit before the rules speak. Sightings stand in order."""

    measure: Measure
    sightings: tuple[Sighting, ...]
    """All of them. One whose value is not of the measure's type is listed, but never weighed."""
    place: Mapping[str, int]
    """Where each fact of the measure stands in the order, by id."""
    asides: Asides
    """What an editor set aside, of all facts of the measure."""
    kept: tuple[Sighting, ...]
    """The sightings that no editor set aside."""
    voices: Voices
    current: tuple[Sighting, ...]
    """The sightings that stand: neither stale nor replaced by a later figure of the same origin."""
    balances: tuple[Balance, ...] = ()
    """Totals with their parts, by document."""
    unit: str | None = None
    """The unit where it is not the measure's own."""
    elsewhere: tuple[str, ...] = ()
    """Facts in other units, where this is the measure's own."""
    findings: Findings = field(default_factory=dict)
    """Findings made so far, also for other days. Grows in place; most are the same from day to day."""

    @property
    def late(self) -> Iterator[Late]:
        """What fell behind, origin by origin."""
        return (late for voice in self.voices.values() for late in voice.late.values())

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
    earlier: Voices | None = None,
    findings: Findings | None = None,
) -> Case:
    """Work out what the rules need to know of sightings in order and in one unit.

    `earlier` and `findings` are of another day: a voice that has said the same is taken from there, and so
    is a finding.
    """
    kept = tuple(one for one in sightings if one.id not in asides) if asides else tuple(sightings)
    weighed = tuple(one for one in kept if one.kind is measure.type)
    muted = any(one.counts for one in weighed)
    rising = measure.cumulative and measure.type is MeasureType.NUMBER
    voices = {
        origin: _remembered(earlier, origin, said, muted) or voice_of(said, rising=rising, muted=muted)
        for origin, said in by_origin(weighed).items()
    }
    current = [one for one in weighed if one.origin is None and (one.counts or not muted)]
    for voice in voices.values():
        current.extend(voice.standing)
    return Case(
        measure=measure,
        sightings=tuple(sightings),
        place=place,
        asides=asides,
        kept=kept,
        voices=voices,
        current=tuple(sorted(current, key=lambda one: place[one.id])),
        balances=balances,
        unit=unit,
        elsewhere=elsewhere,
        findings={} if findings is None else findings,
    )


def _remembered(earlier: Voices | None, origin: str, said: tuple[Sighting, ...], muted: bool) -> Voice | None:
    voice = earlier.get(origin) if earlier else None
    return voice if voice is not None and voice.muted is muted and voice.said == said else None

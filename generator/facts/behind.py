"""What one origin has given so far, from day to day, and what of it fell behind."""

from bisect import bisect_right, insort
from collections.abc import Collection, Container, Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from msgspec import Struct, field

from generator.facts.late import Late
from generator.facts.sighting import Sighting

_NOTHING = Decimal("-Infinity")
_DAY, _PUBLISHED = attrgetter("day"), attrgetter("published")
_ORDER = attrgetter("day", "published", "id")
"""Sort key of sightings with the same figure."""


class _Straggler(Struct):
    """A sighting that fell behind."""

    sighting: Sighting
    highest: Sighting
    """The highest figure that the origin had already given."""
    echo: Decimal
    """The highest figure that another document dated the same day or later has."""
    higher: Sighting | None
    """The highest that it had already given and that is no more than the echo."""

    def offered(self, h: Sighting) -> None:
        """Hear of one more higher figure that had already been given."""
        if _beats(h, self.highest):
            self.highest = h
        if h.number <= self.echo and (self.higher is None or _beats(h, self.higher)):
            self.higher = h

    def late(self) -> Late:
        """What is said of it."""
        return Late(self.sighting, self.higher or self.highest, self.higher is not None)


class Behind(Struct):
    """What `late_facts` finds, kept up to date while sightings come in by day of publication.

    Grows in place. A new sighting is looked at beside those that it may bear on, not all beside all.
    """

    late: dict[str, Late] = field(default_factory=dict)
    """The facts that fell behind, by id, in no order."""
    _said: list[Sighting] = field(default_factory=list)
    """By as-of day."""
    _figures: list[Decimal] = field(default_factory=list)
    """The figures that count, rising."""
    _giving: dict[Decimal, list[Sighting]] = field(default_factory=dict)
    """Who gave each of them, the earliest first."""
    _stragglers: dict[str, _Straggler] = field(default_factory=dict)

    @classmethod
    def of(cls, sightings: Iterable[Sighting], silent: Container[str]) -> "Behind":
        """The state after all of these, of one named origin."""
        behind = cls()
        for _, group in groupby(sorted(sightings, key=_PUBLISHED), _PUBLISHED):
            behind.hear(tuple(group), silent)
        return behind

    def hear(self, news: Sequence[Sighting], silent: Container[str]) -> None:
        """Take in all that was published on one day, later than all before; `silent` as in `late_facts`."""
        heard = [one for one in news if one.id not in silent]
        changed, fresh = self._offer(heard)
        for one in news:
            insort(self._said, one, key=_DAY)
        for one in heard:
            if one.number not in self._giving:
                insort(self._figures, one.number)
            insort(self._giving.setdefault(one.number, []), one, key=_ORDER)
        if heard and self._stragglers:
            changed |= self._echo(heard)
        changed |= self._fall_behind(news, heard)
        for one in fresh:
            # Of all that the origin has said, since it was not published today.
            changed |= self._fall_behind((one,), self._heard_since(one.published))
        for id in changed:
            self.late[id] = self._stragglers[id].late()

    def _offer(self, heard: Iterable[Sighting]) -> tuple[set[str], Collection[Sighting]]:
        """Hold new figures against older ones for a later day; returns what was behind, and what now is."""
        changed: set[str] = set()
        fresh: dict[str, Sighting] = {}
        for h in heard:
            number = h.number
            for place in range(bisect_right(self._said, h.day, key=_DAY), len(self._said)):
                f = self._said[place]
                if f.number < number:
                    straggler = self._stragglers.get(f.id)
                    if straggler is None:
                        fresh[f.id] = f
                    else:
                        straggler.offered(h)
                        changed.add(f.id)
        return changed, fresh.values()

    def _echo(self, heard: Iterable[Sighting]) -> set[str]:
        """Let new figures take up what was given before."""
        changed: set[str] = set()
        most: dict[str, Decimal] = {}
        for one in heard:
            most[one.fact.document] = max(one.number, most.get(one.fact.document, _NOTHING))
        first, second, *_ = (*sorted(most.items(), key=lambda item: item[1], reverse=True), ("", _NOTHING))
        for id, straggler in self._stragglers.items():
            if straggler.echo >= first[1]:
                continue
            echo = second[1] if straggler.sighting.fact.document == first[0] else first[1]
            if echo > straggler.echo:
                above, straggler.echo = straggler.echo, echo
                if straggler.higher is not straggler.highest:
                    found = self._highest(straggler.sighting, above, echo)
                    if found is not None:
                        straggler.higher = found
                        changed.add(id)
        return changed

    def _fall_behind(self, sightings: Iterable[Sighting], since: Collection[Sighting]) -> set[str]:
        """Those of the sightings that fell behind; `since` is all that counts from their day on."""
        found: set[str] = set()
        for f in sightings:
            highest = self._highest(f, _NOTHING, None)
            if highest is not None:
                numbers = (one.number for one in since if one.fact.document != f.fact.document)
                echo = max(numbers, default=_NOTHING)
                higher = highest if echo >= highest.number else self._highest(f, _NOTHING, echo)
                self._stragglers[f.id] = _Straggler(f, highest, echo, higher)
                found.add(f.id)
        return found

    def _heard_since(self, day: date) -> list[Sighting]:
        return [one for group in self._giving.values() for one in group if one.published >= day]

    def _highest(self, f: Sighting, above: Decimal, limit: Decimal | None) -> Sighting | None:
        """The highest figure above f's and above `above`, up to the limit, that was given before f."""
        above = max(above, f.number)
        place = len(self._figures) if limit is None else bisect_right(self._figures, limit)
        while place and self._figures[place - 1] > above:
            place -= 1
            for h in self._giving[self._figures[place]]:
                if _given_before(h, f):
                    return h
                if h.day > f.day:
                    break
        return None


def _beats(h: Sighting, other: Sighting) -> bool:
    return h.number > other.number or (h.number == other.number and _ORDER(h) < _ORDER(other))


def _given_before(h: Sighting, f: Sighting) -> bool:
    """Whether h was given for an earlier day; or for the same, but published earlier or not true beside f."""
    if h.day != f.day:
        return h.day < f.day
    return h.published < f.published or (h.published == f.published and h.low > f.high)

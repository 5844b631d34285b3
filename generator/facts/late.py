"""Cumulative figures that are lower than what the same origin had already given."""

import operator
from collections.abc import Container, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from msgspec import Struct

from generator.facts.best import Best
from generator.facts.ladder import Ladder
from generator.facts.sighting import Sighting

_BUCKET = attrgetter("day", "published")
_PUBLISHED = attrgetter("published")


class Late(Struct, frozen=True):
    """A sighting that fell behind."""

    sighting: Sighting
    higher: Sighting
    """The higher figure that the origin had already given."""
    taken_up: bool
    """Whether another document dated the same day or later has that figure or more."""


def late_facts(sightings: Sequence[Sighting], silent: Container[str] = ()) -> dict[str, Late]:
    """The numbers of one origin for one cumulative measure that fell behind, by fact id.

    A number f fell behind when a higher one h had already been given: for an earlier as-of day; or for
    the same as-of day and published earlier; or for the same as-of day, published the same day, when
    both cannot be true (a count that can only rise cannot be 20 and 24 at once, so the lower is the
    older). It is taken up when a document other than f's, published on f's day or later, has h or more.
    Of several h the highest that is taken up is named, or else the highest; of equals the earliest. Facts
    whose ids are in `silent` may fall behind, but are no h, and take nothing up.

    `sightings` must be in order, all of one named origin.
    """
    later: dict[date, Best[Decimal]] = {}
    before, nothing = Ladder(), Ladder()
    found: dict[str, Late] = {}
    for _, group in groupby(sightings, _BUCKET):
        bucket = tuple(group)
        heard = tuple(one for one in bucket if one.id not in silent) if silent else bucket
        alone = len(bucket) == 1
        for sighting, above in ((bucket[0], nothing),) if alone else _with_those_above(bucket, heard):
            highest = _highest(before, above, sighting.number, None)
            if highest is None:
                continue
            later = later or _highest_from(sightings, silent)
            echo = later[sighting.published].apart_from(sighting.fact.document)
            higher: Sighting | None = None
            if echo is not None:
                within = echo.number >= highest.number
                higher = highest if within else _highest(before, above, sighting.number, echo.number)
            found[sighting.id] = Late(sighting, higher or highest, higher is not None)
        for sighting in heard:
            before.add(sighting.number, sighting)
    return found


def _highest(before: Ladder, above: Ladder, figure: Decimal, limit: Decimal | None) -> Sighting | None:
    """The highest of both ladders; `before` wins a tie, since all of it is earlier."""
    old, same_day = before.highest(figure, limit), above.highest(figure, limit)
    if old is None or same_day is None:
        return old or same_day
    return same_day if same_day.number > old.number else old


def _with_those_above(
    bucket: tuple[Sighting, ...], heard: tuple[Sighting, ...]
) -> Iterator[tuple[Sighting, Ladder]]:
    """Each sighting of a bucket with those that are heard whose interval lies wholly above its own.

    One ladder serves them all: from the highest sighting down it only gains rungs.
    """
    above = Ladder()
    waiting = sorted(heard, key=lambda sighting: sighting.low)
    for sighting in sorted(bucket, key=lambda sighting: sighting.high, reverse=True):
        while waiting and waiting[-1].low > sighting.high:
            joining = waiting.pop()
            above.add(joining.number, joining)
        yield sighting, above


def _highest_from(sightings: Sequence[Sighting], silent: Container[str]) -> dict[date, Best[Decimal]]:
    """For each day of publication, the highest figure published that day or later, in two documents."""
    best: Best[Decimal] = Best(operator.gt)
    result: dict[date, Best[Decimal]] = {}
    for sighting in sorted(sightings, key=_PUBLISHED, reverse=True):
        if sighting.id not in silent:
            best = best.joined_by(sighting.number, sighting.fact.document, sighting)
        result[sighting.published] = best
    return result

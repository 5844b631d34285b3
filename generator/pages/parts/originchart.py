"""The chart of a measure that many origins answer: a row for each, its figures along one scale.

Where there are few, `chart` shows them over time instead. Places are percentages of the width.
"""

from collections.abc import Sequence

from msgspec import Struct

from generator.facts.interval import interval_of
from generator.model import urls
from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.topic import Measure, MeasureType
from generator.model.verdict import Verdict
from generator.pages.parts.chart import MOST
from generator.pages.parts.plotted import description_of, place_of, said, standing_of, values_of, weighed
from generator.pages.parts.scale import Scale
from generator.pages.parts.sparkwords import figures_in_words
from generator.words.catalogue import say
from generator.words.days import as_of_text

LEFT, RIGHT = 4.0, 96.0
"""Where the lowest and the highest value stand."""
STEPS = 3
"""Between the lines of the grid, or about so many."""
LETTERS = 30
"""What the words of all lines may have together on a phone; with more, only the outermost have one."""
ORDER = ("old", "stale", "current")
"""What is drawn later lies above."""


class ValueTick(Struct, frozen=True):
    """A line of the grid; its word is empty where there is no room."""

    at: float
    label: str


class ValueMark(Struct, frozen=True):
    """A sighting: a dot, with a whisker as far as its qualifier leaves open."""

    at: float
    low: float
    """Where its whisker begins; `at` where it has none."""
    high: float
    open_down: bool
    """The whisker goes on without end."""
    open_up: bool
    standing: str
    """current, old (replaced by a later figure), or stale."""
    says: str
    """The whole sighting in words."""


class OriginRow(Struct, frozen=True):
    """What one origin gave, or documents that name nobody."""

    name: str
    figures: str
    """Those of the last day on which any stands, in words."""
    day: str
    """That day."""
    url: str
    """Of the sentence that gives the first of them."""
    stands: bool
    """Whether they stand; else all were replaced or are stale."""
    first: float
    """Where the lowest of its figures stands, and the highest: a line joins them."""
    last: float
    marks: tuple[ValueMark, ...]


class OriginChart(Struct, frozen=True):
    """All rows over the same values, the highest first."""

    title: str
    description: str
    ticks: tuple[ValueTick, ...]
    rows: tuple[OriginRow, ...]


def originchart_of(archive: Archive, measure: Measure, verdict: Verdict) -> OriginChart | None:
    """The chart of a measure; None with so few origins that each has a lane over time."""
    facts = [archive.fact[fact] for fact in verdict.facts if weighed(measure, archive.fact[fact])]
    by_origin: dict[str | None, list[Fact]] = {}
    for fact in facts:
        by_origin.setdefault(fact.origin, []).append(fact)
    if len(by_origin) <= MOST:
        return None
    values = values_of(measure, facts, archive.site.language, STEPS)
    across = Scale(values[0].value, values[-1].value, LEFT, RIGHT)
    told = {origin: _told(by_origin[origin], verdict) for origin in by_origin}

    def rank(origin: str | None) -> tuple[bool, float, str]:
        highest = max(place_of(measure, fact.printed) for fact in told[origin])
        return origin is None, -highest, archive.actors[origin].name if origin else ""

    roomy = sum(len(tick.label) for tick in values) <= LETTERS
    return OriginChart(
        title=say(archive.site.language, "%(measure)s, origin by origin", measure=measure.label),
        description=description_of(archive, facts, verdict),
        ticks=tuple(
            ValueTick(across.at(tick.value), tick.label if roomy or tick in (values[0], values[-1]) else "")
            for tick in values
        ),
        rows=tuple(
            _row(archive, measure, verdict, origin, by_origin[origin], told[origin], across)
            for origin in sorted(by_origin, key=rank)
        ),
    )


def _told(facts: Sequence[Fact], verdict: Verdict) -> list[Fact]:
    """Of an origin's figures those that its row says in words."""
    standing = set(verdict.current)
    here = [fact for fact in facts if fact.id in standing] or facts
    last = max(fact.as_of.day for fact in here)
    return [fact for fact in here if fact.as_of.day == last]


def _row(
    archive: Archive,
    measure: Measure,
    verdict: Verdict,
    origin: str | None,
    facts: Sequence[Fact],
    told: Sequence[Fact],
    across: Scale,
) -> OriginRow:
    language = archive.site.language
    standing = standing_of(verdict)
    series = [archive.fact[fact] for fact in verdict.series.get(origin or "", ())]
    places = [across.at(place_of(measure, fact.printed)) for fact in series or told]
    marks = (_mark(archive, measure, fact, standing(fact.id), across) for fact in facts)
    return OriginRow(
        name=archive.actors[origin].name if origin else say(language, "nobody named"),
        figures=figures_in_words(told, language),
        day=as_of_text(told[0].as_of, language),
        url=urls.fact_url(archive.reference[told[0].document], told[0]),
        stands=standing(told[0].id) == "current",
        first=min(places),
        last=max(places),
        marks=tuple(sorted(marks, key=lambda mark: ORDER.index(mark.standing))),
    )


def _mark(archive: Archive, measure: Measure, fact: Fact, standing: str, across: Scale) -> ValueMark:
    at = across.at(place_of(measure, fact.printed))
    low, high, open_down, open_up = at, at, False, False
    if measure.type is not MeasureType.CHOICE:
        interval = interval_of(fact)
        open_down, open_up = interval.low is None, interval.high is None
        low = 0.0 if interval.low is None else min(at, across.at(float(interval.low)))
        high = 100.0 if interval.high is None else max(at, across.at(float(interval.high)))
    return ValueMark(at, low, high, open_down, open_up, standing, said(archive, fact))

"""The range chart of a measure: figures over the days they are true for, one lane for each origin.

Across, places are percentages, so that the drawing fits any screen while its words keep their size; down,
they are pixels.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from generator.facts.interval import interval_of
from generator.model import urls
from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.topic import Measure, MeasureType
from generator.model.verdict import Verdict
from generator.pages.parts.plotted import description_of, place_of, said, standing_of, values_of, weighed
from generator.pages.parts.scale import Scale, thinned
from generator.pages.parts.sparkwords import figures_in_words
from generator.words.catalogue import say
from generator.words.days import day_text

LANE, ONLY_LANE = 120.0, 220.0
"""Height of a lane among others, and of the only one, in pixels."""
MOST = 4
"""With more origins than these, each has a row of the other chart instead."""
PADDING = 16.0
"""Between the edges of a lane and its outermost marks, in pixels."""
LEFT, RIGHT = 6.0, 90.0
"""Where the first and the last day stand, in per cent."""
ASIDE = 2.5
"""Per cent between marks that would stand on one another."""
APART = 14.0
"""Pixels between two labels that can both be read."""
NARROW, BESIDE, SIGN = 216.0, 9.0, 6.3
"""Pixels: the width of a drawing on the narrowest phone, from a mark to its label, about that of a letter."""


class Tick(Struct, frozen=True):
    """A line of the grid with its word."""

    at: float
    label: str


class Mark(Struct, frozen=True):
    """A sighting: a dot, with a whisker as far as its qualifier leaves open."""

    x: float
    y: float
    top: float
    """Where its whisker ends, upwards; `y` where it has none."""
    bottom: float
    open_up: bool
    """The whisker goes on without end."""
    open_down: bool
    standing: str
    """current, old (replaced by a later figure), or stale."""
    label: str
    """What is written beside it; empty where another label or the grid says it."""
    before: bool
    """Whether that stands before the mark, since behind it there is too little room."""
    says: str
    """The whole sighting in words."""
    url: str


class Line(Struct, frozen=True):
    """A part of the path that an origin's figure took."""

    x1: float
    y1: float
    x2: float
    y2: float


class Lane(Struct, frozen=True):
    """The sightings of one origin, or of documents that name nobody."""

    name: str
    height: float
    ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]


class Chart(Struct, frozen=True):
    """All lanes over the same days."""

    title: str
    description: str
    words: bool
    """The lines of the grid are named by answers, which need more room than numbers."""
    days: tuple[Tick, ...]
    lanes: tuple[Lane, ...]


def chart_of(archive: Archive, measure: Measure, verdict: Verdict) -> Chart | None:
    """The chart of a measure; None with fewer than two sightings, which need no drawing, and with so many
    origins that a lane for each would keep them from being compared: see `originchart`."""
    facts = [archive.fact[fact] for fact in verdict.facts if weighed(measure, archive.fact[fact])]
    if len(facts) < 2:
        return None
    language = archive.site.language
    days = [fact.as_of.day.toordinal() for fact in facts]
    across = Scale(min(days), max(days), LEFT, RIGHT)
    values = values_of(measure, facts, language)
    by_origin: dict[str | None, list[Fact]] = {}
    for fact in facts:
        by_origin.setdefault(fact.origin, []).append(fact)
    if len(by_origin) > MOST:
        return None
    order = sorted(by_origin, key=lambda origin: (origin is None, origin or ""))
    height = ONLY_LANE if len(order) == 1 else LANE
    down = Scale(values[0].value, values[-1].value, height - PADDING, PADDING)
    ticks = tuple(Tick(down.at(tick.value), tick.label) for tick in values)
    lanes = tuple(
        Lane(
            name=archive.actors[origin].name if origin else say(language, "nobody named"),
            height=height,
            ticks=ticks,
            lines=_lines(archive, measure, verdict, origin, across, down),
            marks=_marks(archive, measure, verdict, by_origin[origin], across, down),
        )
        for origin in order
    )
    return Chart(
        title=say(language, "%(measure)s, by the day each figure is true for", measure=measure.label),
        description=description_of(archive, facts, verdict),
        words=measure.type is MeasureType.CHOICE,
        days=tuple(
            Tick(across.at(day), day_text(date.fromordinal(day), language, "short"))
            for day in thinned(days, 5)
        ),
        lanes=lanes,
    )


def _lines(
    archive: Archive, measure: Measure, verdict: Verdict, origin: str | None, across: Scale, down: Scale
) -> tuple[Line, ...]:
    """From figure to figure of an origin's revision."""
    series = [archive.fact[fact] for fact in verdict.series.get(origin or "", ())]
    places = [
        (across.at(fact.as_of.day.toordinal()), down.at(place_of(measure, fact.printed))) for fact in series
    ]
    return tuple(Line(x1, y1, x2, y2) for (x1, y1), (x2, y2) in pairwise(places))


def _marks(
    archive: Archive, measure: Measure, verdict: Verdict, facts: Sequence[Fact], across: Scale, down: Scale
) -> tuple[Mark, ...]:
    places = [
        (across.at(fact.as_of.day.toordinal()), down.at(place_of(measure, fact.printed))) for fact in facts
    ]
    labels = _labels(archive, facts, places) if measure.type is MeasureType.NUMBER else [""] * len(facts)
    beside: Counter[tuple[float, float]] = Counter()
    standing = standing_of(verdict)
    marks = []
    for fact, (x, y), label in zip(facts, places, labels, strict=True):
        top, bottom, open_up, open_down = _whisker(measure, fact, down, y)
        marks.append(
            Mark(
                x=round(x - ASIDE * beside[x, y], 1),
                y=y,
                top=top,
                bottom=bottom,
                open_up=open_up,
                open_down=open_down,
                standing=standing(fact.id),
                label=label,
                before=_stands_before(label, x),
                says=said(archive, fact),
                url=urls.fact_url(archive.reference[fact.document], fact),
            )
        )
        beside[x, y] += 1
    return tuple(marks)


def _labels(archive: Archive, facts: Sequence[Fact], places: Sequence[tuple[float, float]]) -> list[str]:
    """What is written beside each mark; of marks too near for two labels, the highest says it for all.

    Of marks at one height that say the same, the first says it.
    """
    told: list[list[Fact]] = [[] for _ in facts]
    spoken: list[int] = []
    for index in sorted(range(len(facts)), key=lambda index: (places[index][1], index)):
        x, y = places[index]
        near = (other for other in spoken if places[other][0] == x and abs(places[other][1] - y) < APART)
        speaker = next(near, index)
        if speaker == index:
            spoken.append(index)
        told[speaker].append(facts[index])
    labels = [figures_in_words(each, archive.site.language) if each else "" for each in told]
    said: set[tuple[str, float]] = set()
    for index in sorted(range(len(facts)), key=lambda index: places[index]):
        same = (labels[index], places[index][1])
        if same in said:
            labels[index] = ""
        said.add(same)
    return labels


def _stands_before(label: str, x: float) -> bool:
    """Whether a label has more room before its mark than after it, and needs that on a narrow screen."""
    room = NARROW * (100 - x) / 100 - BESIDE
    return len(label) * SIGN > room and x > 50


def _whisker(measure: Measure, fact: Fact, down: Scale, y: float) -> tuple[float, float, bool, bool]:
    """How far the fact's interval reaches; without end it reaches to the edge of the lane."""
    if measure.type is MeasureType.CHOICE:
        return y, y, False, False
    interval = interval_of(fact)
    top, bottom = min(down.start, down.end) - PADDING / 2, max(down.start, down.end) + PADDING / 2
    high = top if interval.high is None else max(top, down.at(float(interval.high)))
    low = bottom if interval.low is None else min(bottom, down.at(float(interval.low)))
    return min(high, y), max(low, y), interval.high is None, interval.low is None

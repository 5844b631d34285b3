"""Facts as hypothesis draws them: few values, days and names, so that they get in each other's way."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hypothesis import Phase, settings
from hypothesis import strategies as st
from msgspec import structs

from generator.model.fact import Fact, Qualifier, Status
from generator.model.topic import Measure, MeasureType

from .builders import BEGAN, ENTRY, KILLED, SHELTERED, Printed, day, said

PART = structs.replace(KILLED, id="aleppo/part", key="part")
MEASURES = (structs.replace(KILLED, parts=(PART.id,)), SHELTERED, BEGAN, ENTRY, PART)
ALL_DAYS = range(27, 31)
LONG = range(27, 37)
"""Days enough for something to be said, taken up, and said again."""

QUICK = settings(max_examples=30, deadline=None, derandomize=True, database=None)
LONGER = settings(QUICK, max_examples=150)
WITNESS = settings(QUICK, max_examples=1000, phases=[Phase.generate])
"""Any witness will do, so none is made smaller."""

_UNITS = [None, None, None, None, "families", "Families ", "tents"]
_ORIGINS: list[list[str | None]] = [["sohr"], ["sohr", None], ["sohr", "un", "crescent", "who", None]]
_numbers = st.sampled_from([-10, -9, 0, 9, 10, 11, 20])
_days = st.sampled_from([day(number) for number in ALL_DAYS])


def printed_for(measure: Measure) -> st.SearchStrategy[Printed]:
    """What a document may print for a measure."""
    match measure.type:
        case MeasureType.NUMBER:
            return _numbers | st.tuples(_numbers, _numbers)
        case MeasureType.DATE:
            return _days | st.tuples(_days, _days)
        case _:
            return st.sampled_from(["resisted", "unopposed", "unknown"])


@st.composite
def a_fact(
    draw: st.DrawFn, of: tuple[Measure, ...] = MEASURES, key: str = "0", on: Sequence[int] = ALL_DAYS
) -> Fact:
    """One fact of one of the measures, printed on one of the days."""
    measure = draw(st.sampled_from(of))
    return said(
        draw(printed_for(measure)),
        draw(st.sampled_from("abc")),
        measure=measure,
        as_of=draw(st.sampled_from(ALL_DAYS)),
        published=draw(st.sampled_from(on)),
        qualifier=draw(st.sampled_from(Qualifier)),
        origin=draw(st.sampled_from(["sohr", "un", "sohr", None])),
        key=key,
        counts=draw(st.sampled_from([True, True, False])),
        credibility=draw(st.sampled_from([1, 6])),
        unit=draw(st.sampled_from(_UNITS)) if measure.type is MeasureType.NUMBER else None,
    )


@st.composite
def some_facts(draw: st.DrawFn, of: tuple[Measure, ...] = MEASURES, most: int = 6) -> tuple[Fact, ...]:
    """Several facts, each with an id of its own; about some an editor has decided something."""
    facts = [draw(a_fact(of, str(number))) for number in range(draw(st.integers(0, most)))]
    return tuple(draw(_decided_on(fact, facts)) for fact in facts)


@st.composite
def a_long_story(draw: st.DrawFn, most: int = 20) -> tuple[Fact, ...]:
    """Many facts of few measures, mostly of one or two origins, so that each of them has much to say."""
    of = tuple(draw(st.sets(st.sampled_from(MEASURES), min_size=1, max_size=2).map(sorted_by_id)))
    origins = draw(st.sampled_from(_ORIGINS))
    counting = draw(st.sampled_from([[True], [True, False], [True, False, False]]))
    facts = [
        replace(
            draw(a_fact(of, str(number), LONG)),
            origin=draw(st.sampled_from(origins)),
            counts=draw(st.sampled_from(counting)),
        )
        for number in range(draw(st.integers(0, most)))
    ]
    if draw(st.booleans()):
        return tuple(facts)
    return tuple(draw(_decided_on(fact, facts)) for fact in facts)


def sorted_by_id(measures: Iterable[Measure]) -> list[Measure]:
    """The measures in an order that is always the same."""
    return sorted(measures, key=lambda measure: measure.id)


@st.composite
def _decided_on(draw: st.DrawFn, fact: Fact, facts: list[Fact]) -> Fact:
    decision = draw(st.sampled_from([None, None, None, None, None, *Status, "supersedes"]))
    if decision is None:
        return fact
    decided = draw(_days)
    if isinstance(decision, Status):
        return replace(fact, status=decision, decided=decided)
    others = [other.id for other in facts if other.measure == fact.measure and other is not fact]
    targets = draw(st.lists(st.sampled_from(others), max_size=2)) if others else []
    return replace(fact, supersedes=tuple(targets), decided=decided) if targets else fact


def undecided(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts as they are while no editor has decided anything, all in the measure's own unit."""
    return tuple(replace(fact, status=None, supersedes=(), decided=None, unit=None) for fact in facts)

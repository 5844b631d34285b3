"""Facts made by hand, in one line each."""

from datetime import date, timedelta
from decimal import Decimal

from generator.facts.judge import judge
from generator.model.fact import AsOf, Fact, Qualifier, Status, Value
from generator.model.topic import Measure, MeasureType
from generator.model.verdict import Finding, FindingName, Verdict

KILLED = Measure("aleppo/killed", "aleppo", "killed", "People killed", unit="people", cumulative=True)
SHELTERED = Measure("aleppo/sheltered", "aleppo", "sheltered", "People in shelters tonight", unit="people")
BEGAN = Measure("aleppo/began", "aleppo", "began", "Day it began", MeasureType.DATE)
ENTRY = Measure(
    "aleppo/entry",
    "aleppo",
    "entry",
    "Was it resisted",
    MeasureType.CHOICE,
    choices=("resisted", "unopposed"),
)

Printed = int | str | date | tuple[int | date, int | date]


def day(number: int) -> date:
    """A day counted from 1 November 2024, so that 29 is the 29th and 31 the 1st of December."""
    return date(2024, 11, 1) + timedelta(days=number - 1)


def said(
    printed: Printed,
    document: str,
    *,
    measure: Measure = KILLED,
    as_of: int = 29,
    published: int | None = None,
    qualifier: str = "exactly",
    origin: str | None = "sohr",
    key: str | None = None,
    counts: bool = True,
    credibility: int = 6,
    approximate: bool = False,
    unit: str | None = None,
    status: str | None = None,
    supersedes: tuple[str, ...] = (),
    decided: int | None = None,
) -> Fact:
    """One sighting; a pair is a range, and it is published on its as-of day unless told otherwise."""
    low, high = printed if isinstance(printed, tuple) else (None, None)
    return Fact(
        id=f"{document}#{key or measure.key}",
        measure=measure.id,
        document=document,
        source="paper",
        published=day(as_of if published is None else published),
        as_of=AsOf(day(as_of), approximate=approximate),
        value=None if isinstance(printed, tuple) else _value(printed),
        low=None if low is None else _value(low),
        high=None if high is None else _value(high),
        qualifier=Qualifier(qualifier),
        origin=origin,
        counts=counts,
        credibility=credibility,
        unit=unit,
        status=None if status is None else Status(status),
        supersedes=tuple(other if "#" in other else f"{other}#{measure.key}" for other in supersedes),
        decided=None if decided is None else day(decided),
    )


def verdict_on(measure: Measure, *facts: Fact, beside: tuple[Measure, ...] = ()) -> Verdict:
    """What the judge says about one measure, with other measures known beside it."""
    return judge((measure, *beside), facts)[measure.id]


def about_facts(verdict: Verdict, name: str) -> dict[str, tuple[str, ...]]:
    """The documents whose facts have a finding, each with the documents of the other facts it names."""
    return {
        _document(finding.facts[0]): tuple(_document(fact) for fact in finding.facts[1:])
        for findings in verdict.by_fact.values()
        for finding in findings
        if finding.name == FindingName(name)
    }


def about_measure(verdict: Verdict, name: str) -> Finding | None:
    """The finding about the measure as a whole, if it was raised."""
    return next((finding for finding in verdict.findings if finding.name == FindingName(name)), None)


def documents(facts: tuple[str, ...]) -> tuple[str, ...]:
    """The documents of fact ids."""
    return tuple(_document(fact) for fact in facts)


def _document(fact: str) -> str:
    return fact.partition("#")[0]


def _value(printed: int | str | date) -> Value:
    return Decimal(printed) if isinstance(printed, int) else printed

"""A measure in the fact table: its row, its chart, and what it can be found and sorted by."""

from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import asdict

from generator.model.archive import Archive
from generator.model.fact import Fact, Value
from generator.model.verdict import Judged, Verdict
from generator.pages.parts.lastchange import last_change
from generator.pages.parts.row import MeasureRow, row_of
from generator.pages.parts.rowchart import Tally, sparkline_of, tallies_of
from generator.pages.parts.sparkline import Sparkline
from generator.words.days import day_text


class Traits(Struct, frozen=True):
    """What a reader may ask for: ids, years and figures, each sorted."""

    topic: str
    actors: tuple[str, ...]
    """The origins, and who spoke for them."""
    sources: tuple[str, ...]
    findings: tuple[str, ...]
    years: tuple[str, ...]
    """In which documents gave it."""
    figures: tuple[str, ...]
    """Every printed figure as `sought` writes it, stale ones too."""


class FactRow(MeasureRow, frozen=True, kw_only=True):
    """A measure's row in the fact table."""

    traits: Traits
    figures: int
    """How many sightings there are."""
    sparkline: Sparkline | None
    tallies: tuple[Tally, ...]
    """For a measure with choices, what was chosen how often."""
    by_latest: str
    """What the latest is sorted by: a plain number, an ISO day or a choice; empty where not settled."""
    by_span: tuple[str, ...]
    """The same for low and high."""


def fact_row(archive: Archive, judged: Judged, measure: str) -> FactRow:
    """The row of the measure with this id as it is known at the end."""
    verdict = judged.now[measure]
    row = row_of(archive, verdict, last_change(archive, judged, measure))
    facts = [archive.fact[fact] for fact in verdict.all_facts]
    latest = archive.fact[verdict.latest] if verdict.latest and not row.contested else None
    ends = (
        (verdict.low, verdict.high) if verdict.low is not None and verdict.high is not None else (row.span,)
    )
    return FactRow(
        **asdict(row),
        traits=_traits(archive, verdict, facts),
        figures=len(facts),
        sparkline=sparkline_of(archive, verdict),
        tallies=tallies_of(archive, archive.measures[measure], verdict) if len(facts) > 1 else (),
        by_latest=plain(latest.printed) if latest else "",
        by_span=tuple(plain(end) for end in ends),
    )


def plain(value: Value) -> str:
    """A value for machines: `14000`, `2.5`, `2024-11-29`, `resisted`."""
    if isinstance(value, Decimal):
        digits = format(value, "f")
        return digits.rstrip("0").rstrip(".") if "." in digits else digits
    return value.isoformat() if isinstance(value, date) else value


def sought(value: Value, language: str) -> tuple[str, ...]:
    """What may be typed to find a value: a number in its plain form, a day in three, small letters."""
    if isinstance(value, date):
        forms = (value.isoformat(), *(day_text(value, language, form) for form in ("medium", "short")))
    else:
        forms = (plain(value),)
    return tuple(" ".join(form.replace("|", " ").lower().split()) for form in forms)


def _traits(archive: Archive, verdict: Verdict, facts: list[Fact]) -> Traits:
    ends = {end for fact in facts for end in (fact.value, fact.low, fact.high) if end is not None}
    return Traits(
        topic=archive.measures[verdict.measure].topic,
        actors=tuple(
            sorted({actor for fact in facts for actor in (fact.origin, fact.according_to) if actor})
        ),
        sources=tuple(sorted({fact.source for fact in facts})),
        findings=tuple(sorted({name.value for name in verdict.names})),
        years=tuple(sorted({f"{fact.published.year:04d}" for fact in facts})),
        figures=tuple(sorted({form for end in ends for form in sought(end, archive.site.language)})),
    )

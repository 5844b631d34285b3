"""A figure lies between the bounds that its measure has, if it has any: no share is 140 percent."""

from collections.abc import Iterator
from decimal import Decimal

from generator.assemble.found import fact_in
from generator.assemble.places import Places
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.fact import Fact
from generator.model.topic import Measure
from generator.model.verdict import Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places) -> Iterator[Diagnostic]:
    """A warning at each figure beyond a bound of its measure; one in another unit is not compared."""
    for measure in archive.measures.values():
        if measure.lowest is None and measure.highest is None:
            continue
        for fact in archive.facts_of.get(measure.id, ()):
            for key, message in _beyond(fact, measure):
                document, _ = fact_in(archive, fact.id)
                path = (*places.fact_path(document, fact), key)
                hint = "correct the figure, or the bounds of the measure"
                yield places.problem(document.file, path, "out-of-bounds", message, hint, Severity.WARNING)


def _beyond(fact: Fact, measure: Measure) -> Iterator[tuple[str, str]]:
    """The keys of figures that lie beyond a bound, each with what is to be said."""
    figures = {"value": fact.value, "low": fact.low, "high": fact.high} if fact.unit is None else {}
    for key, figure in figures.items():
        if not isinstance(figure, Decimal):
            continue
        if measure.lowest is not None and figure < measure.lowest:
            yield key, f'{figure:f} is lower than "{measure.label}" can be: {measure.lowest:f}'
        if measure.highest is not None and figure > measure.highest:
            yield key, f'{figure:f} is higher than "{measure.label}" can be: {measure.highest:f}'

"""The parts that a document gives can make up the total that it gives."""

from collections.abc import Iterator
from decimal import Decimal

from generator.assemble.found import fact_in, found_in
from generator.assemble.places import Places
from generator.memo import Memory
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.fact import Fact
from generator.model.verdict import Finding, FindingName, Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """A warning at each total that its parts exceed or cannot meet, saying the parts and their sum."""
    for document, fact, finding in found_in(archive, verdicts, FindingName.PARTS_DO_NOT_ADD, memory):
        path = places.value_path(document, fact)
        message = _message(archive, fact, finding)
        hint = "compare these figures and their qualifiers with the text"
        yield places.problem(document.file, path, "parts-do-not-add", message, hint, Severity.WARNING)


def _message(archive: Archive, total: Fact, finding: Finding) -> str:
    parts = [fact_in(archive, id)[1] for id in finding.facts[1:]]
    figures = [Decimal(part.printed) for part in parts if isinstance(part.printed, Decimal)]
    listed = " + ".join(f"{figure:f} ({part.key})" for figure, part in zip(figures, parts, strict=True))
    more = finding.amount or Decimal(0)
    comes = f"come to {sum(figures, Decimal(0)):f}, " if len(parts) > 1 else "is "
    if not more:
        return f"{listed} cannot make up {total.printed} with the qualifiers given"
    return f"{listed} {comes}{abs(more):f} {'more' if more > 0 else 'less'} than this total"

"""A document that prints an older figure than its origin had already given."""

from collections.abc import Iterator

from generator.assemble.found import fact_in, found_in
from generator.assemble.places import Places
from generator.memo import Memory
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.verdict import FindingName, Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """A warning at each stale figure, saying the higher one, its day and the document that has it."""
    for document, fact, finding in found_in(archive, verdicts, FindingName.STALE, memory):
        there, higher = fact_in(archive, finding.facts[1])
        said_by = archive.actors[higher.origin].name if higher.origin else "its origin"
        message = f"{said_by} had already given {higher.printed} for {higher.as_of.day} ({there.file})"
        hint = "if this figure is of an earlier day, write that day in as_of"
        path = places.value_path(document, fact)
        yield places.problem(document.file, path, "stale-print", message, hint, Severity.WARNING)

"""Nothing is confirmed by others that only one origin asserts."""

from collections.abc import Iterator

from generator.assemble.found import found_in
from generator.assemble.places import Places
from generator.memo import Memory
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.fact import Fact
from generator.model.verdict import FindingName, Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """An error at each credibility of 1 that rests on one origin, or on none that is named."""
    for document, fact, _ in found_in(archive, verdicts, FindingName.GRADE_TOO_HIGH, memory):
        path = (*places.fact_path(document, fact), "credibility")
        message = f"1 means confirmed by others, but {_whose(archive, fact)}"
        hint = "write 2 to 5, or 6 for not judged"
        yield places.problem(document.file, path, "grade-too-high", message, hint)


def _whose(archive: Archive, fact: Fact) -> str:
    named = next((other.origin for other in archive.facts_of[fact.measure] if other.origin), None)
    return f"only {archive.actors[named].name} asserts this" if named else "nobody is named who asserts this"

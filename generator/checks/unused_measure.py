"""A measure is there because somebody answers it."""

from collections.abc import Iterator, Mapping

from generator.assemble.places import Places
from generator.assemble.unfinished import unfinished
from generator.memo import Memory
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.topic import Measure
from generator.model.verdict import Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """A warning at the label of each measure without a fact; total and parts of one with facts are spared.

    An archive without documents begins with what they will need.
    """
    if not archive.documents:
        return
    used = _with_kin(set(archive.facts_of), archive.measures)
    unused = [measure for measure in archive.measures.values() if measure.id not in used]
    elsewhere = unfinished(archive, places, memory) if unused else ""
    for measure in unused:
        if measure.id in elsewhere:
            continue
        message = "no fact answers this measure"
        hint = f"write measure: {measure.id} at a fact, or delete the measure"
        path = ("measures", measure.key, "label")
        file = archive.topics[measure.topic].file
        yield places.problem(file, path, "unused-measure", message, hint, Severity.WARNING)


def _with_kin(used: set[str], measures: Mapping[str, Measure]) -> set[str]:
    """The measures that are used, their totals and their parts, and theirs again."""
    kin: dict[str, set[str]] = {id: set() for id in measures}
    for measure in measures.values():
        for part in measure.parts:
            kin[measure.id].add(part)
            kin[part].add(measure.id)
    found, waiting = set(used), list(used)
    while waiting:
        new = kin[waiting.pop()] - found
        found |= new
        waiting += new
    return found

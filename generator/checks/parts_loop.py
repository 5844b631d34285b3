"""`parts` leads downwards: no measure is a part of itself by way of others."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.loops import loops
from generator.model.verdict import Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places) -> Iterator[Diagnostic]:
    """An error at the part that closes each loop, naming all measures that are in it."""
    parts = {measure.id: measure.parts for measure in archive.measures.values() if measure.parts}
    for loop in loops(parts):
        total, part = archive.measures[loop[-1]], archive.measures[loop[0]]
        chain = " → ".join(archive.measures[measure].key for measure in (*loop, loop[0]))
        path = ("measures", total.key, "parts", total.parts.index(part.id))
        yield places.problem(
            archive.topics[total.topic].file,
            path,
            "parts-loop",
            f"these are parts of one another: {chain}",
            "delete it here, or in another list of the loop: a part is smaller than its total",
        )

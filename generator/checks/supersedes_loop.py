"""`supersedes` leads somewhere: no fact takes its own place by way of others."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.loops import loops
from generator.model.verdict import Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places) -> Iterator[Diagnostic]:
    """An error at the reference that closes each loop, naming all facts that are in it."""
    supersedes = {fact.id: fact.supersedes for fact in archive.facts if fact.supersedes}
    for loop in loops(supersedes):
        fact = archive.fact[loop[-1]]
        document = archive.document[fact.document]
        path = (*places.fact_path(document, fact), "supersedes")
        chain = " → ".join((*loop, loop[0]))
        message = (
            f"these supersede one another: {chain}"
            if len(loop) > 1
            else f"this fact supersedes itself: {chain}"
        )
        yield places.problem(document.file, path, "supersedes-loop", message, "delete it in one of them")

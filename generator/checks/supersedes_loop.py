"""`supersedes` leads somewhere: no fact takes its own place by way of others."""

from collections.abc import Iterator

from generator.assemble.found import fact_in
from generator.assemble.places import Places
from generator.memo import Memory
from generator.memo.row import each
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document
from generator.model.loops import loops
from generator.model.verdict import Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """An error at the reference that closes each loop, naming all facts that are in it."""
    replacing = each(memory, _supersedes, archive.documents, plain=True)
    supersedes = {id: others for found in replacing for id, others in found}
    for loop in loops(supersedes):
        document, fact = fact_in(archive, loop[-1])
        path = (*places.fact_path(document, fact), "supersedes")
        chain = " → ".join((*loop, loop[0]))
        message = (
            f"these supersede one another: {chain}"
            if len(loop) > 1
            else f"this fact supersedes itself: {chain}"
        )
        yield places.problem(document.file, path, "supersedes-loop", message, "delete it in one of them")


def _supersedes(document: Document) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((fact.id, fact.supersedes) for fact in document.facts if fact.supersedes)

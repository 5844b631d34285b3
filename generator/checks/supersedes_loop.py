"""`supersedes` leads somewhere: no fact takes its own place by way of others."""

from collections.abc import Iterator, Mapping

from generator.assemble.places import Places
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.verdict import Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places) -> Iterator[Diagnostic]:
    """An error at the reference that closes each loop, naming all facts that are in it."""
    supersedes = {fact.id: fact.supersedes for fact in archive.facts if fact.supersedes}
    for loop in _loops(supersedes):
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


def _loops(supersedes: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """A loop for each reference that leads back to where one came from; every reference is followed once."""
    done: set[str] = set()
    for start in supersedes:
        path: dict[str, Iterator[str]] = {} if start in done else {start: iter(supersedes[start])}
        while path:
            at = next(reversed(path))
            following = next(path[at], None)
            if following is None:
                done.add(at)
                del path[at]
            elif following in path:
                chain = list(path)
                yield tuple(chain[chain.index(following) :])
            elif following not in done:
                path[following] = iter(supersedes.get(following, ()))

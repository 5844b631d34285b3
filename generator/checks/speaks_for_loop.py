"""`speaks_for` leads somewhere: nobody speaks for himself by way of others."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.verdict import Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places) -> Iterator[Diagnostic]:
    """An error at the first actor of each loop, naming all that are in it."""
    reported: set[str] = set()
    for start in archive.actors:
        seen: list[str] = []
        at: str | None = start
        while at is not None and at not in seen and at not in reported:
            seen.append(at)
            at = archive.actors[at].speaks_for
        if at is None or at not in seen:
            continue
        loop = seen[seen.index(at) :]
        reported.update(loop)
        chain = " → ".join((*loop, at))
        yield places.problem(
            archive.actors[at].file,
            ("speaks_for",),
            "speaks-for-loop",
            f"these speak for one another: {chain}",
            "delete speaks_for in one of them",
        )

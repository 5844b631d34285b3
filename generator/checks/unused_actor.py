"""An actor is there because the archive speaks of it."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.assemble.unfinished import unfinished
from generator.memo import Memory
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.nearest import folded
from generator.model.verdict import Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """A warning at the name of each actor whom no document and no other actor names.

    An archive without documents begins with what they will need.
    """
    if not archive.documents:
        return
    used = {id for document in archive.documents for id in document.actors}
    for actor in archive.actors.values():
        used.update(relation.actor for relation in actor.relations if relation.actor != actor.id)
        if actor.speaks_for and actor.speaks_for != actor.id:
            used.add(actor.speaks_for)
    unused = [actor for actor in archive.actors.values() if actor.id not in used]
    elsewhere = unfinished(archive, places, memory) if unused else ""
    for actor in unused:
        if any(folded(name) in elsewhere for name in (actor.id, *actor.names)):
            continue
        message = f"no document names {actor.name}, and no other actor"
        hint = "add the name by which the texts call it to aliases, or delete this file"
        yield places.problem(actor.file, ("name",), "unused-actor", message, hint, Severity.WARNING)

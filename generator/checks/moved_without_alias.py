"""An address that readers have goes on leading to its document."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.assemble.since import successors
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.record import Record
from generator.model.urls import document_url


def check(archive: Archive, record: Record, places: Places) -> Iterator[Diagnostic]:
    """A warning at each document that stood elsewhere in an earlier build, unless its old address is kept.

    Nothing is said where another document stands at the old address now: then there is nothing to add.
    """
    kept = {alias for document in archive.documents for alias in document.aliases}
    kept |= {document_url(document) for document in archive.documents}
    for id, now in successors(archive, record).items():
        old = record.documents[id].address
        if old in kept:
            continue
        was = "" if id == now.id else f" as {id}"
        message = f"this stood at {old}{was}, which leads nowhere now"
        aliases = ", ".join((*now.aliases, old))
        hint = f"add a line aliases: [{old}]" if not now.aliases else f"write aliases: [{aliases}]"
        typed = "slug" if "slug" in places.written(now).model_fields_set else "date"
        yield places.problem(now.file, (typed,), "moved-without-alias", message, hint, Severity.WARNING)

"""An old address leads to another one, and not in a circle."""

from collections.abc import Iterator

from generator.assemble.moved import moved_in
from generator.assemble.places import Places
from generator.memo import Memory
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.urls import document_url
from generator.model.verdict import Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """An error at each alias that is the document's own address, or that of one which leads back to it."""
    moved = moved_in(archive, memory)
    by_address = {document_url(document): document for document in archive.documents} if moved else {}
    for document in moved:
        address = document_url(document)
        for place, alias in enumerate(document.aliases):
            there = by_address.get(alias)
            if alias == address:
                message = f"{alias} is where this document stands now"
            elif there is not None and address in there.aliases:
                message = f"{alias} and {address} lead to one another ({there.file})"
            else:
                continue
            yield places.problem(
                document.file, ("aliases", place), "alias-loop", message, "delete this address"
            )

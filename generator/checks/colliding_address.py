"""No two documents stand at one address."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document
from generator.model.urls import document_url
from generator.model.verdict import Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places) -> Iterator[Diagnostic]:
    """An error at the second document of an address, naming the first."""
    first: dict[str, Document] = {}
    for document in sorted(archive.documents, key=lambda document: document.file):
        address = document_url(document)
        if address not in first:
            first[address] = document
            continue
        message = f"its address {address} is that of {first[address].file}"
        hint = f"add a line with another slug: {document.slug[:78]}-2"
        yield places.problem(document.file, ("slug",), "colliding-address", message, hint)

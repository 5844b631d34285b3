"""No two documents stand at one address."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.memo import Memory
from generator.memo.row import Row, each
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document
from generator.model.urls import document_url
from generator.model.verdict import Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """An error at the second document of an address, naming the first."""
    for place, other in memory.remembered(_twice, each(memory, _address, archive.documents, plain=True)):
        document, first = archive.documents[place], archive.documents[other]
        message = f"its address {document_url(document)} is that of {first.file}"
        hint = f"add a line with another slug: {document.slug[:78]}-2"
        yield places.problem(document.file, ("slug",), "colliding-address", message, hint)


def _address(document: Document) -> tuple[str, str]:
    return document.file, document_url(document)


def _twice(addresses: Row[tuple[str, str]]) -> tuple[tuple[int, int], ...]:
    """The places of documents whose address another one has, too; each with that of the first by its file."""
    if len({address for _, address in addresses}) == len(addresses):
        return ()
    first: dict[str, int] = {}
    order = sorted(range(len(addresses)), key=lambda place: addresses[place][0])
    found = ((place, first.setdefault(addresses[place][1], place)) for place in order)
    return tuple((place, other) for place, other in found if place != other)

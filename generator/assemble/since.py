"""Which document holds now what an earlier build published."""

from collections.abc import Iterable, Mapping

from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.record import Record, RecordedDocument
from generator.model.urls import document_url
from generator.words.recorded import recorded


def successors(archive: Archive, record: Record) -> Mapping[str, Document]:
    """By id in the record: the document with that id, or else the one that took its place.

    That is the one at the old address, or sent on from it; or the only new one with the same figures; or
    the only new one with the same last part of the address. What none of this finds is missing.
    """
    by_address = {alias: document for document in archive.documents for alias in document.aliases}
    by_address |= {document_url(document): document for document in archive.documents}
    new = [document for document in archive.documents if document.id not in record.documents]
    found: dict[str, Document] = {}
    for id, before in record.documents.items():
        now = archive.document.get(id) or by_address.get(before.address) or _renamed(before, new)
        if now is not None:
            found[id] = now
    return found


def _renamed(before: RecordedDocument, new: Iterable[Document]) -> Document | None:
    alike = [one for one in new if before.facts and recorded(one).facts == before.facts]
    slug = before.address.rstrip("/").rpartition("/")[2]
    named = [one for one in new if one.slug == slug]
    return next((found[0] for found in (alike, named) if len(found) == 1), None)

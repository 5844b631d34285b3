"""`/published.json`: what this build published, for the next one to compare itself with."""

from collections.abc import Iterator

from generator.exports.jsontext import json_bytes
from generator.exports.published import Published
from generator.model.page import File
from generator.model.record import VERSION, RecordedDocument
from generator.words.recorded import record_of


def files(published: Published) -> Iterator[File]:
    """The one file, documents by id, facts by key."""
    record = record_of(published.archive)
    documents = {id: _document(document) for id, document in record.documents.items()}
    yield File("published.json", json_bytes({"version": VERSION, "documents": documents}))


def _document(document: RecordedDocument) -> dict[str, object]:
    facts = {
        key: {"measure": fact.measure, "printed": fact.printed, "status": fact.status}
        for key, fact in document.facts.items()
    }
    return {"address": document.address, "facts": facts, "corrections": document.corrections}

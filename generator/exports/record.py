"""`/published.json`: what this build published, for the next one to compare itself with."""

from collections.abc import Iterator
from functools import partial

from generator.exports.jsontext import Raw, json_bytes, json_text
from generator.exports.published import Published
from generator.exports.shared import kept
from generator.memo.pieces import batches
from generator.model.page import File
from generator.model.record import RECORD, VERSION
from generator.words.recorded import is_published, recorded


def files(published: Published) -> Iterator[File]:
    """The one file."""
    yield File(RECORD, partial(record_json, published))


def record_json(published: Published) -> bytes:
    """The documents by id, with their facts by key."""
    found = (_texts(published, batch) for batch in batches(sorted(published.archive.document)))
    documents = {id: Raw(text) for some in found for id, text in some}
    return json_bytes({"version": VERSION, "documents": documents})


@kept
def _texts(published: Published, ids: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """What is recorded of those of some documents that are published, with their ids."""
    return tuple((id, text) for id in ids if (text := document_text(published, id)))


def document_text(published: Published, id: str) -> str:
    """What is recorded of a document as JSON; nothing of one that is only shown to editors."""
    archive = published.archive
    document = archive.document[id]
    if not is_published(archive, document):
        return ""
    record = recorded(document)
    facts = {
        key: {"measure": fact.measure, "printed": fact.printed, "status": fact.status}
        for key, fact in record.facts.items()
    }
    return json_text({"address": record.address, "facts": facts, "corrections": record.corrections})

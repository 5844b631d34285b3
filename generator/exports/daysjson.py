"""`/days/<date>.json`: the documents of a day, and its measures in the state of that day."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.exports.jsontext import json_bytes
from generator.exports.published import Published
from generator.exports.records import measure_record
from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.page import File


def files(published: Published) -> Iterator[File]:
    """One file for each day that has documents."""
    for day, documents in published.archive.by_day.items():
        yield File(urls.day_data_url(day).removeprefix("/"), json_bytes(_day(published, day, documents)))


def _day(published: Published, day: date, documents: tuple[Document, ...]) -> dict[str, Any]:
    archive = published.archive
    measures = sorted({fact.measure for document in documents for fact in document.facts})
    return {
        "date": day.isoformat(),
        "url": archive.site.absolute(urls.day_url(day)),
        "documents": [_document(archive, document) for document in documents],
        "measures": [measure_record(archive, published.judged.known(measure, day)) for measure in measures],
    }


def _document(archive: Archive, document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "kind": document.kind.value,
        "title": document.title,
        "source": document.source,
        "language": document.language,
        "actors": list(document.actors),
        "facts": [fact.id for fact in document.facts],
        "takeaways": [
            {"text": takeaway.text, "facts": list(takeaway.facts)} for takeaway in document.takeaways
        ],
        "url": archive.site.absolute(urls.document_url(document)),
    }

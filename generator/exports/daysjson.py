"""`/days/<date>.json`: the documents of a day, and its measures in the state of that day."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from generator.exports.jsontext import json_bytes
from generator.exports.published import Published
from generator.exports.records import facts_of, measure_head
from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.page import File


def files(published: Published) -> Iterator[File]:
    """One file for each day that has documents."""
    for day in published.archive.by_day:
        yield File(urls.day_data_url(day).removeprefix("/"), partial(day_json, published, day))


def day_json(published: Published, day: date) -> bytes:
    """A day: of each measure what was known of it at its end, and the sightings that were printed on it.

    All sightings of a measure stand in its own file; here they would stand again for every day to come.
    """
    archive = published.archive
    documents = archive.by_day[day]
    measures: dict[str, set[str]] = {}
    for document in documents:
        for fact in document.facts:
            measures.setdefault(fact.measure, set()).add(fact.id)
    return json_bytes(
        {
            "date": day.isoformat(),
            "url": archive.site.absolute(urls.day_url(day)),
            "documents": [_document(archive, document) for document in documents],
            "measures": [_measure(published, day, id, measures[id]) for id in sorted(measures)],
        }
    )


def _measure(published: Published, day: date, id: str, printed: set[str]) -> dict[str, Any]:
    archive, verdict = published.archive, published.judged.known(id, day)
    facts = [fact for fact in verdict.all_facts if fact in printed]
    told = facts_of(archive, archive.measures[id], facts, verdict.about)
    return {**measure_head(archive, verdict), "facts": told}


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

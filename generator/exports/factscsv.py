"""`/facts.csv`: one row a sighting, with `datapackage.json`, which says what each column means."""

from collections.abc import Callable, Iterator
from functools import partial

from generator.exports.csvtext import csv_text
from generator.exports.jsontext import json_bytes, written
from generator.exports.published import Published
from generator.exports.shared import kept, shared
from generator.memo.pieces import batches
from generator.model import urls
from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.page import File
from generator.model.topic import Measure

COLUMNS: dict[str, tuple[str, str]] = {
    "id": ("string", "Document and key of the sighting."),
    "measure": ("string", "The question that it answers."),
    "topic": ("string", "The running story that the measure belongs to."),
    "label": ("string", "The question in words."),
    "unit": ("string", "What is counted."),
    "value": ("string", "The figure as printed; empty for a range."),
    "low": ("string", "Lower end of a printed range."),
    "high": ("string", "Upper end of a printed range."),
    "qualifier": ("string", "How the document hedges the figure."),
    "as_of": ("string", "The day for which it is true (EDTF: ? uncertain, ~ approximate, % both)."),
    "date": ("date", "The day the document belongs to."),
    "document": ("string", "Id of the document."),
    "source": ("string", "Id of the source that printed it."),
    "origin": ("string", "Id of the actor that asserts it; empty when nobody is named."),
    "according_to": ("string", "Id of the actor that the document names."),
    "via": ("string", "Ids of those who passed it on, nearest to the origin first, with spaces between."),
    "findings": ("string", "What the judge found about it, with spaces between."),
    "quote": ("string", "The words it was read in."),
    "url": ("string", "The sentence in the archive."),
}
"""Name, type and meaning of each column, in order."""
HEAD = csv_text([tuple(COLUMNS)])


def files(published: Published) -> Iterator[File]:
    """The table and its description; nothing while the archive has no facts."""
    if any(document.facts for document in published.archive.documents):
        yield File("facts.csv", partial(facts_csv, published))
        yield File("datapackage.json", partial(package_json, published))


def facts_csv(published: Published) -> bytes:
    """The measures by id."""
    tables = (_tables(published, batch) for batch in batches(sorted(published.judged.now)))
    return "".join((HEAD, *tables)).encode()


@kept
def _tables(published: Published, measures: tuple[str, ...]) -> str:
    """The rows of some measures."""
    return "".join([table_text(published, measure) for measure in measures])


@shared
def table_text(published: Published, measure: str) -> str:
    """A row for each sighting of a measure, in the verdict's order."""
    archive, verdict = published.archive, published.judged.now[measure]
    row, fact_by_id, of = _rows(archive, archive.measures[measure]), archive.fact, verdict.about
    return csv_text(
        row(fact_by_id[id], " ".join([finding.name.value for finding in of(id)])) for id in verdict.all_facts
    )


def _rows(archive: Archive, measure: Measure) -> Callable[[Fact, str], tuple[str, ...]]:
    """What makes a row of a sighting of the measure and of the findings about it, in the order of COLUMNS."""
    address, reference = archive.site.absolute, archive.reference
    id, topic, label, unit = measure.id, measure.topic, measure.label, measure.unit or ""

    def row(fact: Fact, findings: str) -> tuple[str, ...]:
        return (
            fact.id,
            id,
            topic,
            label,
            fact.unit or unit,
            written(fact.value) or "",
            written(fact.low) or "",
            written(fact.high) or "",
            fact.qualifier.value,
            fact.as_of.edtf,
            fact.published.isoformat(),
            fact.document,
            fact.source,
            fact.origin or "",
            fact.according_to or "",
            " ".join(fact.via),
            findings,
            " ".join(fact.quote.split()),
            address(urls.fact_url(reference[fact.document], fact)),
        )

    return row


def package_json(published: Published) -> bytes:
    """A Frictionless data package with the one table."""
    site = published.archive.site
    fields = [
        {"name": name, "type": kind, "description": meaning} for name, (kind, meaning) in COLUMNS.items()
    ]
    package = {
        "name": "facts",
        "title": site.title,
        "description": site.description,
        "homepage": site.base_url,
        "profile": "tabular-data-package",
        "resources": [
            {
                "name": "facts",
                "path": "facts.csv",
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {"fields": fields, "primaryKey": ["id"]},
            }
        ],
    }
    return json_bytes(package)

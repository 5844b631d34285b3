"""`/facts.csv`: one row a sighting, with `datapackage.json`, which says what each column means."""

from collections.abc import Iterator
from typing import Any

from generator.exports.csvtext import csv_bytes
from generator.exports.jsontext import json_bytes, written
from generator.exports.published import Published
from generator.exports.records import unit_of
from generator.model import urls
from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.page import File
from generator.model.verdict import Verdict

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


def files(published: Published) -> Iterator[File]:
    """The table and its description; nothing while the archive has no facts."""
    archive = published.archive
    if not archive.facts:
        return
    verdicts = sorted(published.judged.now.values(), key=lambda verdict: verdict.measure)
    rows = [row for verdict in verdicts for row in table_of(archive, verdict)]
    yield File("facts.csv", csv_bytes(tuple(COLUMNS), rows))
    yield File("datapackage.json", json_bytes(_package(archive)))


def table_of(archive: Archive, verdict: Verdict) -> Iterator[list[str]]:
    """A row for each sighting of a measure, in the verdict's order."""
    for id in verdict.all_facts:
        findings = " ".join(finding.name.value for finding in verdict.about(id))
        yield [*_row(archive, archive.fact[id], findings)]


def _row(archive: Archive, fact: Fact, findings: str) -> Iterator[str]:
    measure = archive.measures[fact.measure]
    cells: dict[str, Any] = {
        "id": fact.id,
        "measure": measure.id,
        "topic": measure.topic,
        "label": measure.label,
        "unit": unit_of(archive, fact),
        "value": written(fact.value),
        "low": written(fact.low),
        "high": written(fact.high),
        "qualifier": fact.qualifier.value,
        "as_of": fact.as_of.edtf,
        "date": fact.published.isoformat(),
        "document": fact.document,
        "source": fact.source,
        "origin": fact.origin,
        "according_to": fact.according_to,
        "via": " ".join(fact.via),
        "findings": findings,
        "quote": " ".join(fact.quote.split()),
        "url": archive.site.absolute(urls.fact_url(archive.document[fact.document], fact)),
    }
    for column in COLUMNS:
        cell = cells[column]
        yield "" if cell is None else str(cell)


def _package(archive: Archive) -> dict[str, Any]:
    """A Frictionless data package with the one table."""
    fields = [
        {"name": name, "type": kind, "description": meaning} for name, (kind, meaning) in COLUMNS.items()
    ]
    return {
        "name": "facts",
        "title": archive.site.title,
        "description": archive.site.description,
        "homepage": archive.site.base_url,
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

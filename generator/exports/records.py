"""Measures and sightings as JSON objects, with their keys in the order of the contract."""

from typing import Any

from generator.exports.jsontext import plain
from generator.model import urls
from generator.model.archive import Archive
from generator.model.fact import AsOf, Fact
from generator.model.verdict import Finding, Verdict


def measure_record(archive: Archive, verdict: Verdict) -> dict[str, Any]:
    """A measure with its verdict and all its sightings."""
    measure = archive.measures[verdict.measure]
    return {
        "id": measure.id,
        "topic": measure.topic,
        "label": measure.label,
        "unit": measure.unit,
        "type": measure.type.value,
        "low": plain(verdict.low),
        "high": plain(verdict.high),
        "latest": verdict.latest,
        "documents": verdict.documents,
        "origins": list(verdict.origins),
        "findings": [name.value for name in verdict.names],
        "facts": [
            fact_record(archive, archive.fact[fact], verdict.by_fact.get(fact, ())) for fact in verdict.facts
        ],
    }


def fact_record(archive: Archive, fact: Fact, findings: tuple[Finding, ...]) -> dict[str, Any]:
    """A sighting with the findings about it."""
    return {
        "id": fact.id,
        "document": fact.document,
        "url": archive.site.absolute(urls.fact_url(archive.document[fact.document], fact)),
        "source": fact.source,
        "date": fact.published.isoformat(),
        "value": plain(fact.value),
        "low": plain(fact.low),
        "high": plain(fact.high),
        "qualifier": fact.qualifier.value,
        "as_of": edtf(fact.as_of),
        "origin": fact.origin,
        "according_to": fact.according_to,
        "via": list(fact.via),
        "quote": fact.quote,
        "findings": [finding.name.value for finding in findings],
    }


def edtf(as_of: AsOf) -> str:
    """A day in EDTF level 1: `2024-11-30~`."""
    marks = {(False, False): "", (True, False): "?", (False, True): "~", (True, True): "%"}
    return as_of.day.isoformat() + marks[as_of.uncertain, as_of.approximate]

"""Measures and sightings as JSON objects, with their keys in the order of the contract."""

from typing import Any

from generator.exports.jsontext import json_text, plain
from generator.exports.published import Published
from generator.exports.shared import shared
from generator.model import urls
from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.verdict import Finding, Verdict


@shared
def measure_text(published: Published, measure: str) -> str:
    """A measure with its verdict and all its sightings, as JSON."""
    archive, verdict = published.archive, published.judged.now[measure]
    facts = [fact_record(archive, archive.fact[fact], verdict.about(fact)) for fact in verdict.all_facts]
    return json_text({**measure_head(archive, verdict), "facts": facts})


def measure_head(archive: Archive, verdict: Verdict) -> dict[str, Any]:
    """A measure with its verdict; its sightings come below."""
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
        "as_of": fact.as_of.edtf,
        "origin": fact.origin,
        "according_to": fact.according_to,
        "via": list(fact.via),
        "quote": fact.quote,
        "findings": [finding.name.value for finding in findings],
        "unit": unit_of(archive, fact),
        "status": fact.status.value if fact.status else None,
        "supersedes": list(fact.supersedes),
        "decided": fact.decided.isoformat() if fact.decided else None,
        "reason": fact.reason,
    }


def unit_of(archive: Archive, fact: Fact) -> str | None:
    """The unit that a figure is printed in: its own, else its measure's."""
    return fact.unit or archive.measures[fact.measure].unit

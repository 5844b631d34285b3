"""Measures and sightings as JSON objects, with their keys in the order of the contract."""

from collections.abc import Callable, Iterable
from typing import Any

from generator.exports.jsontext import Raw, form_of, json_text, plain, quoted, told, told_all
from generator.exports.published import Published
from generator.exports.shared import shared
from generator.model import urls
from generator.model.archive import Archive
from generator.model.fact import Qualifier
from generator.model.topic import Measure
from generator.model.verdict import Finding, Verdict


@shared
def measure_text(published: Published, measure: str) -> str:
    """A measure with its verdict and all its sightings, as JSON."""
    archive, verdict = published.archive, published.judged.now[measure]
    facts = facts_of(archive, archive.measures[measure], verdict.all_facts, verdict.about)
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


_FACT = form_of(
    "id",
    "document",
    "url",
    "source",
    "date",
    "value",
    "low",
    "high",
    "qualifier",
    "as_of",
    "origin",
    "according_to",
    "via",
    "quote",
    "findings",
    "unit",
    "status",
    "supersedes",
    "decided",
    "reason",
)
_QUALIFIERS = {qualifier: quoted(qualifier.value) for qualifier in Qualifier}


def facts_of(
    archive: Archive, measure: Measure, facts: Iterable[str], findings: Callable[[str], Iterable[Finding]]
) -> list[Raw]:
    """Sightings of a measure by their ids, each with the findings about it."""
    address, fact_by_id, reference = archive.site.absolute, archive.fact, archive.reference
    found = []
    for id in facts:
        fact = fact_by_id[id]
        text = _FACT % (
            quoted(id),
            quoted(fact.document),
            quoted(address(urls.fact_url(reference[fact.document], fact))),
            quoted(fact.source),
            quoted(fact.published.isoformat()),
            told(fact.value),
            told(fact.low),
            told(fact.high),
            _QUALIFIERS[fact.qualifier],
            quoted(fact.as_of.edtf),
            told(fact.origin),
            told(fact.according_to),
            told_all(fact.via),
            quoted(fact.quote),
            told_all([finding.name.value for finding in findings(id)]),
            told(fact.unit or measure.unit),
            told(fact.status and fact.status.value),
            told_all(fact.supersedes),
            told(fact.decided),
            quoted(fact.reason),
        )
        found.append(Raw(text))
    return found

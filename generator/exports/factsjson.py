"""`/facts.json`: every measure with all its sightings. A contract: keys are added, never changed."""

from collections.abc import Iterator

from generator.exports.jsontext import json_bytes
from generator.exports.published import Published
from generator.exports.records import measure_record
from generator.model.page import File


def files(published: Published) -> Iterator[File]:
    """The one file, measures by id."""
    verdicts = sorted(published.judged.now.values(), key=lambda verdict: verdict.measure)
    measures = [measure_record(published.archive, verdict) for verdict in verdicts]
    yield File("facts.json", json_bytes({"measures": measures}))

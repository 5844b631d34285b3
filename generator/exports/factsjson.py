"""`/facts.json`: every measure with all its sightings. A contract: keys are added, never changed."""

from collections.abc import Iterator
from functools import partial

from generator.exports.jsontext import Raw, json_bytes
from generator.exports.published import Published
from generator.exports.records import measure_text
from generator.model.page import File


def files(published: Published) -> Iterator[File]:
    """The one file."""
    yield File("facts.json", partial(facts_json, published))


def facts_json(published: Published) -> bytes:
    """The measures by id."""
    return json_bytes({"measures": [Raw(measure_text(published, id)) for id in sorted(published.judged.now)]})

"""`/facts.json`: every measure with all its sightings. A contract: keys are added, never changed."""

from collections.abc import Iterator
from functools import partial

from generator.exports.jsontext import Raw, json_bytes
from generator.exports.published import Published
from generator.exports.records import measure_texts
from generator.memo.pieces import batches
from generator.model.page import File


def files(published: Published) -> Iterator[File]:
    """The one file."""
    yield File("facts.json", partial(facts_json, published))


def facts_json(published: Published) -> bytes:
    """The measures by id."""
    texts = (measure_texts(published, batch) for batch in batches(sorted(published.judged.now)))
    return json_bytes({"measures": [Raw(text) for some in texts for text in some]})

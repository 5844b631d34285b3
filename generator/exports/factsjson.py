"""`/facts.json`: every measure with all its sightings. A contract: keys are added, never changed."""

from collections.abc import Iterator
from functools import partial

from generator.exports.jsontext import Raw, json_bytes
from generator.exports.published import Published
from generator.exports.records import measure_text
from generator.exports.shared import kept
from generator.memo.pieces import batches
from generator.model.page import File


def files(published: Published) -> Iterator[File]:
    """The one file."""
    yield File("facts.json", partial(facts_json, published))


def facts_json(published: Published) -> bytes:
    """The measures by id."""
    texts = (_texts(published, batch) for batch in batches(sorted(published.judged.now)))
    return json_bytes({"measures": [Raw(text) for some in texts for text in some]})


@kept
def _texts(published: Published, measures: tuple[str, ...]) -> tuple[str, ...]:
    """What is said of some measures."""
    return tuple(measure_text(published, measure) for measure in measures)

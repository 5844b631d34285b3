"""`/facts/<topic>/<measure>.json` and `.csv`: one measure with all its sightings."""

from collections.abc import Iterator
from functools import partial

from generator.exports.factscsv import HEAD, table_text
from generator.exports.published import Published
from generator.exports.records import measure_text
from generator.model import urls
from generator.model.page import File


def files(published: Published) -> Iterator[File]:
    """Two files for each measure."""
    for id, measure in published.archive.measures.items():
        data, table = urls.measure_data_url(measure, "json"), urls.measure_data_url(measure, "csv")
        yield File(data.removeprefix("/"), partial(measure_json, published, id))
        yield File(table.removeprefix("/"), partial(measure_csv, published, id))


def measure_json(published: Published, measure: str) -> bytes:
    """A measure as it stands in `facts.json`."""
    return (measure_text(published, measure) + "\n").encode()


def measure_csv(published: Published, measure: str) -> bytes:
    """Its rows of `facts.csv`, with their head."""
    return (HEAD + table_text(published, measure)).encode()

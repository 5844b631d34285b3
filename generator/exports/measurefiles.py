"""`/facts/<topic>/<measure>.json` and `.csv`: one measure with all its sightings."""

from collections.abc import Iterator

from generator.exports.csvtext import csv_bytes
from generator.exports.factscsv import COLUMNS, table_of
from generator.exports.jsontext import json_bytes
from generator.exports.published import Published
from generator.exports.records import measure_record
from generator.model import urls
from generator.model.page import File


def files(published: Published) -> Iterator[File]:
    """Two files for each measure."""
    archive = published.archive
    for verdict in published.judged.now.values():
        measure = archive.measures[verdict.measure]
        data, table = urls.measure_data_url(measure, "json"), urls.measure_data_url(measure, "csv")
        yield File(data.removeprefix("/"), json_bytes(measure_record(archive, verdict)))
        yield File(table.removeprefix("/"), csv_bytes(tuple(COLUMNS), table_of(archive, verdict)))

"""The table of all sightings."""

import csv
import json
from pathlib import Path

import pytest

from generator.exports.factscsv import COLUMNS

pytestmark = pytest.mark.slow

ALIKE = ("id", "document", "source", "date", "qualifier", "as_of", "origin", "according_to", "unit", "url")


def test_every_cell_stands_below_its_name(sample_site: Path) -> None:
    with (sample_site / "facts.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    measures = json.loads((sample_site / "facts.json").read_bytes())["measures"]
    told = [
        {
            **{name: fact[name] or "" for name in ALIKE},
            "measure": measure["id"],
            "topic": measure["topic"],
            "label": measure["label"],
            "via": " ".join(fact["via"]),
            "findings": " ".join(fact["findings"]),
        }
        for measure in measures
        for fact in measure["facts"]
    ]
    assert [list(row) for row in rows] == [list(COLUMNS)] * len(told)
    assert [{name: row[name] for name in told[0]} for row in rows] == told

"""The data of a day: its documents, what was known of its measures, and what was printed on it."""

import json
from typing import Any

from generator.examined import Examined
from generator.exports.daysjson import files
from generator.exports.published import Published


def days(result: Examined) -> dict[str, dict[str, Any]]:
    found = files(Published(result.archive, result.judged, (), "1"))
    return {(day := json.loads(file.content))["date"]: day for file in found}


def test_a_measure_has_the_sightings_printed_on_the_day_and_no_older_ones(sample: Examined) -> None:
    for name, day in days(sample).items():
        printed = sorted(fact for document in day["documents"] for fact in document["facts"])
        facts = [fact for measure in day["measures"] for fact in measure["facts"]]
        assert sorted(fact["id"] for fact in facts) == printed
        assert {fact["date"] for fact in facts} <= {name}


def test_a_measure_is_told_as_it_was_known_at_the_end_of_the_day(sample: Examined) -> None:
    found = days(sample)
    killed = {
        name: next(one for one in day["measures"] if one["id"] == "aleppo-offensive/killed")
        for name, day in found.items()
        if any(one["id"] == "aleppo-offensive/killed" for one in day["measures"])
    }
    first, last = min(killed), max(killed)
    assert killed[first]["documents"] < killed[last]["documents"] == 5
    assert len(killed[last]["facts"]) < 5


def test_the_files_of_all_days_together_have_each_sighting_once(sample: Examined) -> None:
    facts = [
        fact["id"]
        for day in days(sample).values()
        for measure in day["measures"]
        for fact in measure["facts"]
    ]
    assert sorted(facts) == sorted(fact.id for fact in sample.archive.facts)

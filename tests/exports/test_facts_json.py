"""/facts.json is a contract: these keys in this order, these types, nothing rounded."""

import json
import re
from typing import Any

import pytest

from generator.examined import Examined
from generator.exports.factsjson import files
from generator.exports.published import Published
from generator.model.verdict import FindingName
from tests.archive import PLACES, article, sound, topic

MEASURE = {
    "id": str,
    "topic": str,
    "label": str,
    "unit": str | None,
    "type": str,
    "low": int | str | None,
    "high": int | str | None,
    "latest": str | None,
    "documents": int,
    "origins": list,
    "findings": list,
    "facts": list,
}
FACT = {
    "id": str,
    "document": str,
    "url": str,
    "source": str,
    "date": str,
    "value": int | str | None,
    "low": int | str | None,
    "high": int | str | None,
    "qualifier": str,
    "as_of": str,
    "origin": str | None,
    "according_to": str | None,
    "via": list,
    "quote": str,
    "findings": list,
    "unit": str | None,
    "status": str | None,
    "supersedes": list,
    "decided": str | None,
    "reason": str,
}
NAMES = {name.value for name in FindingName}
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
AS_OF = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[?~%]?")


def exported(result: Examined, *, as_printed: bool = False) -> list[dict[str, Any]]:
    (file,) = files(Published(result.archive, result.judged, (), "1"))
    assert file.path == "facts.json"
    found = json.loads(file.content, parse_int=str if as_printed else int, parse_float=str)
    assert list(found) == ["measures"]
    return list(found["measures"])


def check_shape(thing: dict[str, Any], shape: dict[str, Any]) -> None:
    assert list(thing) == list(shape)
    for key, kind in shape.items():
        assert isinstance(thing[key], kind), (key, thing[key])
        assert not isinstance(thing[key], bool), key


def test_the_sample_keeps_the_contract(sample: Examined) -> None:
    measures = exported(sample)
    assert [measure["id"] for measure in measures] == sorted(sample.archive.measures)
    for measure in measures:
        check_shape(measure, MEASURE)
        assert measure["id"].partition("/")[0] == measure["topic"]
        assert set(measure["findings"]) <= NAMES
        assert measure["latest"] is None or measure["latest"] in {fact["id"] for fact in measure["facts"]}
        for fact in measure["facts"]:
            check_shape(fact, FACT)
            assert fact["id"].startswith(f"{fact['document']}#")
            assert DAY.fullmatch(fact["date"])
            assert AS_OF.fullmatch(fact["as_of"])
            assert (fact["value"] is None) == (fact["low"] is not None) == (fact["high"] is not None)
            assert set(fact["findings"]) <= NAMES
            assert set(measure["origins"]) >= {fact["origin"]} - {None}


def test_every_sighting_of_the_archive_stands_in_it_once(sample: Examined) -> None:
    ids = [fact["id"] for measure in exported(sample) for fact in measure["facts"]]
    assert sorted(ids) == sorted(fact.id for fact in sample.archive.facts)


def test_a_measure_that_no_document_answers_is_there_and_empty() -> None:
    (measure,) = exported(sound(PLACES | {"topics/war.md": topic("tanks: {label: Tanks}")}))
    assert measure == {
        "id": "war/tanks",
        "topic": "war",
        "label": "Tanks",
        "unit": None,
        "type": "number",
        "low": None,
        "high": None,
        "latest": None,
        "documents": 0,
        "origins": [],
        "findings": [],
        "facts": [],
    }


PRINTED = {
    "277": "277",
    "1e3": "1000",
    "-5": "-5",
    "2.50": "2.50",
    "0.1": "0.1",
    "1e-30": "0.000000000000000000000000000001",
    str(2**53 + 1): str(2**53 + 1),
    "9" * 60: "9" * 60,
    "1234567890.1234567890": "1234567890.1234567890",
}


@pytest.mark.parametrize(("typed", "written"), PRINTED.items())
def test_a_number_comes_out_with_every_digit_and_without_an_exponent(typed: str, written: str) -> None:
    assert only_fact(f"value: {typed}", as_printed=True)["value"] == written


def test_a_whole_number_is_a_number_and_a_range_has_two_ends() -> None:
    assert only_fact("value: 277")["value"] == 277
    ends = only_fact("low: 45, high: 50")
    assert (ends["value"], ends["low"], ends["high"]) == (None, 45, 50)


@pytest.mark.parametrize("as_of", ["2024-11-30", "2024-11-30?", "2024-11-30~", "2024-11-30%"])
def test_a_doubtful_day_keeps_its_mark_of_edtf(as_of: str) -> None:
    assert only_fact(f"value: 1, as_of: {as_of}")["as_of"] == as_of


def only_fact(typed: str, *, as_printed: bool = False) -> dict[str, Any]:
    """The one fact of an archive as exported; with `as_printed` numbers are the text that stands there."""
    archive = PLACES | {
        "topics/war.md": topic("share: {label: Share}"),
        "articles/a.md": article(f"measure: war/share, {typed}"),
    }
    (measure,) = exported(sound(archive), as_printed=as_printed)
    (fact,) = measure["facts"]
    return dict(fact)

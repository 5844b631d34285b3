"""/facts.json is a contract: these keys in this order, these types, nothing rounded."""

import json
import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.build import Examined
from generator.exports.factsjson import edtf, files
from generator.exports.jsontext import plain
from generator.exports.published import Published
from generator.model.fact import AsOf
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
}
NAMES = {name.value for name in FindingName}
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
AS_OF = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[?~%]?")


def exported(result: Examined) -> list[dict[str, Any]]:
    (file,) = files(Published(result.archive, result.verdicts, (), "1"))
    assert file.path == "facts.json"
    found = json.loads(file.content, parse_float=lambda text: pytest.fail(f"{text} may be rounded"))
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


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal(277), 277),
        (Decimal("1e3"), 1000),
        (Decimal("-5"), -5),
        (Decimal("2.50"), "2.50"),
        (Decimal("0.1"), "0.1"),
        (Decimal("1e-30"), "0.000000000000000000000000000001"),
        (Decimal(2**53 - 1), 2**53 - 1),
        (Decimal(2**53), str(2**53)),
        (Decimal("9" * 60), "9" * 60),
        (date(2024, 11, 29), "2024-11-29"),
        ("resisted", "resisted"),
        (None, None),
    ],
)
def test_a_whole_number_is_a_number_and_whatever_could_be_rounded_is_text(value: Any, written: Any) -> None:
    assert plain(value) == written
    assert type(plain(value)) is type(written)


def test_numbers_of_documents_come_out_with_every_digit() -> None:
    files = PLACES | {
        "topics/war.md": topic("share: {label: Share}"),
        "articles/a.md": article(
            "measure: war/share, value: 12.50",
            f"measure: war/share, id: long, value: {'1234567890' * 4}",
            "measure: war/share, id: range, low: 1, high: 2.5",
        ),
    }
    facts = {fact["id"]: fact for fact in exported(sound(files))[0]["facts"]}
    assert facts["a#share"]["value"] == "12.50"
    assert facts["a#long"]["value"] == "1234567890" * 4
    assert (facts["a#range"]["value"], facts["a#range"]["low"], facts["a#range"]["high"]) == (None, 1, "2.5")


@pytest.mark.parametrize(
    ("uncertain", "approximate", "mark"),
    [(False, False, ""), (True, False, "?"), (False, True, "~"), (True, True, "%")],
)
def test_a_doubtful_day_has_its_mark_of_edtf(uncertain: bool, approximate: bool, mark: str) -> None:
    assert edtf(AsOf(date(2024, 11, 30), uncertain, approximate)) == f"2024-11-30{mark}"

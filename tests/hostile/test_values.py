"""Rows V01 to V12: figures that are none, or not what they look like."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from tests.archive import Files, article, built, topic, write
from tests.hostile.building import WHOLE, fact, looked_at, told

WAR = {"topics/war.md": topic("killed: {label: Killed, unit: people}")}
PLAIN = "write digits only, with a point before decimals: 1500 or 1.5"
EXPONENT = "the exponent may go from -30 to 30"


def of(more: str) -> list[str]:
    """What is said of an article with one fact that says this, from its line 8 on."""
    return told(WAR | {"articles/a.md": fact(f"{more}\naccording_to: null")})


def refused(value: str, hint: str) -> None:
    assert of(f"value: {value}") == [
        f'articles/a.md:8:12 error[not-a-number] "{value}" is not a number that can be read ({hint})'
    ]


@pytest.mark.parametrize("value", ["NaN", "nan", "inf", "-inf", "Infinity", "sNaN"])
def test_v01_what_is_no_number_is_told_at_the_value(value: str) -> None:
    refused(value, PLAIN)


@pytest.mark.parametrize("value", ["1e400", "1e999999999", "1e-999999999", "1e31", "1e-31"])
def test_v02_an_exponent_beyond_thirty_is_told(value: str) -> None:
    refused(value, EXPONENT)


@pytest.mark.parametrize("value", ["1e30", "1e-30"])
def test_v02_an_exponent_of_thirty_is_read(value: str) -> None:
    (problem,) = of(f"value: {value}")
    assert problem.startswith("articles/a.md:8:12 error[number-not-in-quote] ")


def test_v04_a_range_has_two_ends_of_which_the_first_is_not_higher() -> None:
    refused("9-3", "write low: 3 and high: 9 in place of value")
    refused("3-", PLAIN)
    refused("3-3", "write low: 3 and high: 3 in place of value")
    assert of("low: 9\nhigh: 3") == [
        "articles/a.md:8:10 error[reversed-range] the range runs backwards: 9 is greater than 3 "
        "(swap low and high)"
    ]
    assert of("low: 3") == ["articles/a.md:6:5 error[missing-key] low without high (add a line: high: …)"]
    assert of("low: 3\nhigh: 3") == []


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("١٢١", "write 121 in the digits 0 to 9"),
        ("１２１", "write 121 in the digits 0 to 9"),
        ("½", PLAIN),
        ("∞", PLAIN),
        ("²", PLAIN),
    ],
)
def test_v05_only_the_digits_0_to_9_make_a_number(value: str, hint: str) -> None:
    refused(value, hint)


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("1,5", "write 1.5, with a point before the decimals"),
        ("1.500,00", PLAIN),
        ("1 000", "write 1000, without marks between the digits"),
        ("1_000", "write 1000, without marks between the digits"),
        ("1,000", "write 1000, without a comma; decimals stand after a point"),
    ],
)
def test_v06_a_number_has_one_form(value: str, hint: str) -> None:
    refused(value, hint)


def test_v08_a_figure_in_another_unit_is_shown_beside_the_others_and_not_compared() -> None:
    files: Files = WAR | {
        "articles/a.md": article("measure: war/killed, value: 3, unit: tons, according_to: null"),
        "articles/b.md": article("measure: war/killed, value: 900, according_to: null"),
    }
    examined = looked_at(files)
    assert examined.diagnostics == ()
    verdict = examined.judged.now["war/killed"]
    assert (verdict.low, verdict.high) == (900, 900)


def test_v08_a_unit_where_the_measure_has_none_is_an_error_at_the_unit() -> None:
    files = {
        "topics/war.md": topic("killed: {label: Killed}"),
        "articles/a.md": fact("value: 3\nunit: tons\naccording_to: null"),
    }
    assert told(files) == [
        'articles/a.md:9:11 error[measure-without-unit] the measure "killed" has no unit '
        "(add unit: tons to the topic, or delete this line)"
    ]


BOUNDED = {
    "topics/war.md": topic(
        "killed: {label: Share, unit: percent, lowest: 0, highest: 100}\n"
        "chance: {label: Chance, lowest: 0, highest: 1}"
    )
}
CORRECT = "(correct the figure, or the bounds of the measure)"


def bounded(*facts: str) -> list[str]:
    return told(BOUNDED | {"articles/a.md": article(*(f"{one}, according_to: null" for one in facts))})


def test_v09_a_figure_beyond_a_bound_of_its_measure_is_a_warning_at_the_figure() -> None:
    assert bounded("measure: war/killed, value: 140", "measure: war/chance, low: 0.2, high: 1.7") == [
        f'articles/a.md:7:34 warning[out-of-bounds] 140 is higher than "Share" can be: 100 {CORRECT}',
        f'articles/a.md:8:43 warning[out-of-bounds] 1.7 is higher than "Chance" can be: 1 {CORRECT}',
    ]
    assert bounded("measure: war/chance, value: -0.1") == [
        f'articles/a.md:7:34 warning[out-of-bounds] -0.1 is lower than "Chance" can be: 0 {CORRECT}'
    ]


def test_v09_a_bound_itself_can_be_true_and_another_unit_has_none() -> None:
    assert bounded("measure: war/killed, value: 100", "measure: war/chance, value: 0") == []
    assert bounded("measure: war/killed, value: 140, unit: tons") == []


def test_v09_only_numbers_have_bounds_and_the_lowest_is_not_higher() -> None:
    assert told({"topics/war.md": topic("a: {label: A, type: date, lowest: 3}")}) == [
        "topics/war.md:4:37 error[wrong-key] a date has no lowest (delete this line)"
    ]
    assert told({"topics/war.md": topic("a: {label: A, lowest: 3, highest: 2}")}) == [
        "topics/war.md:4:37 error[reversed-range] the bounds run backwards: 3 is greater than 2 "
        "(swap lowest and highest)"
    ]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of a number of forty digits, and of a measure that is called as something of JavaScript."""
    long = "1234567890123456789012345678901234567890"
    files = WHOLE | {
        "topics/war.md": topic("killed: {label: __proto__}\nconstructor: {label: toString}"),
        "articles/a.md": article(
            f"measure: war/killed, value: {long}, according_to: null",
            "measure: war/constructor, value: 3, according_to: null",
        ),
    }
    folder = write(tmp_path_factory.mktemp("values"), files)
    built(folder, folder / "site")
    return folder / "site"


def test_v10_forty_digits_come_out_as_they_went_in(site: Path) -> None:
    facts = json.loads((site / "facts.json").read_bytes(), parse_int=Decimal, parse_float=Decimal)
    (measure,) = (one for one in facts["measures"] if one["id"] == "war/killed")
    assert measure["facts"][0]["value"] == Decimal("1234567890123456789012345678901234567890")
    grouped = "1,234,567,890,123,456,789,012,345,678,901,234,567,890"
    assert grouped in (site / "facts/war/killed/index.html").read_text(encoding="utf-8")
    assert "1234567890123456789012345678901234567890" in (site / "facts.csv").read_text(encoding="utf-8")


def test_v12_names_of_javascript_are_names_like_any_other(site: Path) -> None:
    page = (site / "facts/war/constructor/index.html").read_text(encoding="utf-8")
    assert "toString" in page
    labels = [one["label"] for one in json.loads((site / "facts.json").read_bytes())["measures"]]
    assert sorted(labels) == ["__proto__", "toString"]


def test_v12_the_key_of_a_measure_is_an_id() -> None:
    for key, better in (("__proto__", "proto"), ("toString", "tostring")):
        (problem,) = told({"topics/war.md": topic(f"{key}: {{label: L}}")})
        assert problem.startswith(f'topics/war.md:4:3 error[not-an-id] "{key}" is not an id (write {better};')

"""The table of the benchmark: ratios, what is missing, and the machine."""

import json

from measuring import Cost
from peers.peer import Task
from quantities import memory_text, ratio_text, seconds_text
from report import Contestant, Report, Result, json_of
from table import table_of

REPORT = Report(
    date="2026-01-31",
    machine={"processor": "A processor", "cores": "2"},
    contestants=(
        Contestant("dateline", "Dateline", "1.2"),
        Contestant("hugo", "Hugo", "0.168"),
        Contestant("pelican", "Pelican", "4"),
    ),
    results=(
        Result(1000, "dateline", Task.COLD, (Cost(4, 6, 300), Cost(2, 9, 200), Cost(90, 7, 250))),
        Result(1000, "dateline", Task.TEXT, (Cost(0.5, 0.6, 90),)),
        Result(1000, "hugo", Task.COLD, (Cost(8, 12, 1000),)),
        Result(50000, "dateline", Task.COLD, (Cost(120, 200, 900),)),
    ),
    not_measured=(("Pelican", None, "could not be installed"), ("Hugo", 50000, "its build ended with 1")),
)


def test_a_cell_is_the_median_and_how_many_times_what_hugo_needed() -> None:
    assert "| Dateline | 4.00 s (0.50) |  | 0.50 s |  |" in table_of(REPORT)
    assert "| Dateline | 250 MB (0.25) |" in table_of(REPORT)


def test_hugo_itself_and_a_size_without_hugo_have_no_ratio() -> None:
    assert "| Hugo | 8.00 s |  |  |  |" in table_of(REPORT)
    assert "| Dateline | 120 s |  |  |  |" in table_of(REPORT)


def test_what_was_not_measured_is_named_with_its_reason() -> None:
    table = table_of(REPORT)
    assert "Pelican was not measured: could not be installed." in table
    assert "Hugo was not measured at 50,000 documents: its build ended with 1." in table
    assert "| Pelican |" not in table


def test_the_table_says_when_with_what_and_on_which_machine() -> None:
    table = table_of(REPORT)
    assert "Measured on 2026-01-31, medians of 3 rounds" in table
    assert "Programs: Dateline 1.2, Hugo 0.168, Pelican 4." in table
    assert "Machine: processor A processor, cores 2." in table


def test_the_json_holds_every_round() -> None:
    told = json.loads(json_of(REPORT))
    first = told["results"][0]
    assert (first["program"], first["task"], first["documents"], first["seconds"]) == (
        "dateline",
        "cold",
        1000,
        4,
    )
    assert [one["seconds"] for one in first["rounds"]] == [4, 2, 90]
    assert told["not_measured"][0] == {
        "program": "Pelican",
        "documents": None,
        "reason": "could not be installed",
    }


def test_figures_keep_two_or_three_digits_that_count() -> None:
    assert [seconds_text(value) for value in (0.312, 8.249, 9.96, 152.4)] == [
        "0.31 s",
        "8.25 s",
        "10.0 s",
        "152 s",
    ]
    assert [memory_text(value) for value in (92.4, 999.6, 12_300)] == ["92 MB", "1.0 GB", "12.3 GB"]
    assert [ratio_text(value, 1) for value in (0.0043, 0.038, 1.3, 12.46)] == [
        "0.004",
        "0.04",
        "1.30",
        "12.5",
    ]
    assert ratio_text(1, 0) == "-"

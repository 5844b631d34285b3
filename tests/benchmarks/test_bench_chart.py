"""The chart of the benchmark: bars to scale, words for who does not see them, no script."""

from dataclasses import replace
from xml.etree import ElementTree

from chart import LONGEST, WIDTH, chart_of
from measuring import Cost
from peers.peer import Task
from report import Contestant, Report, Result

SVG = "{http://www.w3.org/2000/svg}"
REPORT = Report(
    date="2026-01-31",
    machine={},
    contestants=(
        Contestant("dateline", "Dateline", "1"),
        Contestant("hugo", "Hugo & Co", "2"),
        Contestant("dateline-search", "Dateline with search", "1", searches=True),
    ),
    results=(
        Result(1000, "dateline", Task.COLD, (Cost(2, 2, 100),)),
        Result(1000, "dateline-search", Task.COLD, (Cost(99, 2, 100),)),
        Result(1000, "hugo", Task.COLD, (Cost(8, 2, 400),)),
        Result(1000, "hugo", Task.TEXT, (Cost(8, 2, 400),)),
        Result(5000, "dateline", Task.COLD, (Cost(9, 2, 100),)),
    ),
)


def drawn(report: Report, columns: int = 1) -> ElementTree.Element:
    return ElementTree.fromstring(chart_of(report, columns))  # noqa: S314 - ours, not a stranger's


def words(svg: ElementTree.Element) -> list[str]:
    return [str(text.text) for text in svg.iter(f"{SVG}text")]


def test_the_longest_bar_is_as_long_as_it_may_be_and_the_others_are_to_scale() -> None:
    lengths = [
        float(bar.attrib["width"]) for bar in drawn(REPORT).iter(f"{SVG}rect") if "bar" in bar.attrib["class"]
    ]
    assert lengths[:2] == [LONGEST / 4, LONGEST]


def test_the_chart_says_the_value_and_how_many_times_that_of_hugo() -> None:
    told = words(drawn(REPORT))
    assert told[told.index("Cold build") :][:8] == [
        "Cold build",
        "Hugo = 1",
        "Dateline",
        "2.00 s",
        "0.25",
        "Hugo & Co",
        "8.00 s",
        "1.00",
    ]


def test_a_task_that_was_not_measured_is_named_so() -> None:
    told = words(drawn(REPORT))
    assert told[told.index("One edited text, in a new process") + 2 :][:2] == ["Dateline", "not measured"]


def test_sizes_without_hugo_are_shown_only_where_it_was_never_measured() -> None:
    assert "5,000 documents" not in words(drawn(REPORT))
    alone = replace(REPORT, results=REPORT.results[-1:], contestants=REPORT.contestants[:1])
    assert "5,000 documents" in words(drawn(alone))
    assert "Hugo = 1" not in words(drawn(alone))


def test_two_sizes_stand_below_one_another_or_side_by_side() -> None:
    more = replace(REPORT, results=(*REPORT.results, Result(5000, "hugo", Task.COLD, (Cost(9, 2, 100),))))
    narrow, wide = drawn(more), drawn(more, columns=2)
    assert int(narrow.attrib["height"]) > int(wide.attrib["height"])
    assert int(wide.attrib["width"]) > 2 * WIDTH > int(narrow.attrib["width"])


def test_the_chart_is_told_in_words_and_has_no_script() -> None:
    svg = drawn(REPORT)
    assert svg.get("role") == "img"
    assert svg.findtext(f"{SVG}title") == "Dateline beside Hugo & Co"
    assert "Cold build: Dateline 2.00 s and Hugo & Co 8.00 s." in str(svg.findtext(f"{SVG}desc"))
    assert svg.find(f".//{SVG}script") is None
    assert "prefers-color-scheme: dark" in str(svg.findtext(f"{SVG}style"))

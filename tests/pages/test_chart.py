"""The range chart of a measure says what the table under it says, inside its frame."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.examined import Examined
from generator.pages.parts.chart import LANE, ONLY_LANE, PADDING, Chart, chart_of
from generator.pages.parts.scale import Scale, thinned, ticks_between
from tests.archive import PLACES, actor, article, sound, topic

NUMBERS = st.floats(min_value=-1e9, max_value=1e9, allow_nan=False).map(lambda value: round(value, 3))


def drawn(sample: Examined, key: str) -> Chart | None:
    measure = f"aleppo-offensive/{key}"
    return chart_of(sample.archive, sample.archive.measures[measure], sample.judged.now[measure])


def test_the_deaths_are_one_lane_with_four_steps_and_a_hollow_stale_print(sample: Examined) -> None:
    chart = drawn(sample, "killed")
    assert chart is not None
    (lane,) = chart.lanes
    assert lane.name == "Syrian Observatory for Human Rights"
    assert lane.height == ONLY_LANE
    assert [mark.standing for mark in lane.marks] == ["old", "stale", "old", "old", "current"]
    assert len(lane.lines) == 3
    heights = [mark.y for mark in lane.marks if mark.standing != "stale"]
    assert heights == sorted(heights, reverse=True), "a higher count stands higher"


def test_a_whisker_reaches_as_far_as_the_qualifier_leaves_open(sample: Examined) -> None:
    chart = drawn(sample, "killed")
    assert chart is not None
    about, at_least, exactly = (chart.lanes[0].marks[place] for place in (0, 2, 4))
    assert about.top < about.y < about.bottom
    assert not about.open_up
    assert not about.open_down
    assert at_least.open_up
    assert at_least.bottom == at_least.y
    assert exactly.top == exactly.bottom == exactly.y


def test_marks_too_near_for_two_labels_share_one(sample: Examined) -> None:
    chart = drawn(sample, "killed")
    assert chart is not None
    assert [mark.label for mark in chart.lanes[0].marks] == [
        "about 200",
        "at least 121",
        "",
        "at least 242 and 240",
        "277",
    ]


def labelled(**figures: int) -> list[tuple[str, bool]]:
    """The label of each figure of a day of November, and whether it stands before its mark."""
    said = (
        f"measure: war/killed, id: {key}, value: {value}, according_to: sohr, as_of: 2024-11-{key[1:]}"
        for key, value in figures.items()
    )
    files = {
        "topics/war.md": topic("killed: {label: Killed}"),
        "actors/sohr.md": actor("Observatory"),
        "articles/a.md": article(*said, day="2024-11-30"),
    }
    result = sound(PLACES | files)
    chart = chart_of(result.archive, result.archive.measures["war/killed"], result.judged.now["war/killed"])
    assert chart is not None
    return [(mark.label, mark.before) for mark in chart.lanes[0].marks]


def test_a_long_label_near_the_end_stands_before_its_mark() -> None:
    assert labelled(d01=7, d30=1_000_000_000_000) == [("7", False), ("1,000,000,000,000", True)]


def test_of_marks_at_one_height_the_first_says_what_all_say() -> None:
    assert labelled(d01=7, d15=8, d30=7) == [("7", False), ("8", False), ("", False)]


def test_each_origin_has_its_lane_and_those_without_a_name_come_last(sample: Examined) -> None:
    chart = drawn(sample, "resistance")
    assert chart is not None
    assert [lane.name for lane in chart.lanes] == [
        "Syrian Observatory for Human Rights",
        "Syrian government",
        "nobody named",
    ]
    assert {lane.height for lane in chart.lanes} == {LANE}
    assert [tick.label for tick in chart.lanes[0].ticks] == ["resisted", "unopposed"]


def test_the_description_says_every_sighting_in_words(sample: Examined) -> None:
    chart = drawn(sample, "killed")
    assert chart is not None
    assert (
        "SOHR: at least 121 as of 29 Nov, printed by Source not named on 29 Nov (stale print)"
        in chart.description
    )
    assert chart.description.count(";") == 4


@pytest.mark.parametrize("key", ["killed-hts", "killed-allied", "strikes"])
def test_a_measure_with_fewer_than_two_sightings_needs_no_drawing(sample: Examined, key: str) -> None:
    assert drawn(sample, key) is None


def test_marks_that_would_stand_on_one_another_stand_beside_one_another(sample: Examined) -> None:
    chart = drawn(sample, "began")
    assert chart is not None
    places = [(mark.x, mark.y) for mark in chart.lanes[0].marks]
    assert len(set(places)) == len(places) == 5


@pytest.mark.slow
@given(st.lists(st.integers(0, 10**12), min_size=2, max_size=6))
def test_every_mark_stands_inside_its_lane(values: list[int]) -> None:
    files = {
        "topics/war.md": topic("killed: {label: Killed}"),
        "actors/sohr.md": actor("Observatory"),
        "articles/a.md": article(
            *(
                f"measure: war/killed, id: f{place}, value: {value}, according_to: sohr"
                for place, value in enumerate(values)
            )
        ),
    }
    result = sound(PLACES | files)
    chart = chart_of(result.archive, result.archive.measures["war/killed"], result.judged.now["war/killed"])
    assert chart is not None
    for lane in chart.lanes:
        for mark in lane.marks:
            assert PADDING <= mark.y <= lane.height - PADDING
            assert 0 <= mark.x <= 100
            assert 0 <= mark.top <= mark.y <= mark.bottom <= lane.height


@given(NUMBERS, NUMBERS)
def test_ticks_enclose_what_they_measure_and_are_evenly_apart(one: float, other: float) -> None:
    low, high = sorted((one, other))
    ticks = ticks_between(low, high)
    slack = max(abs(low), abs(high)) * 1e-6 + 1e-6
    assert ticks[0] <= low + slack
    assert ticks[-1] >= high - slack
    steps = {round(later - earlier, 6) for earlier, later in pairwise(ticks)}
    assert len(ticks) <= 12
    assert max(steps, default=0) - min(steps, default=0) <= slack


def test_ticks_are_round() -> None:
    assert ticks_between(121, 277) == (100, 150, 200, 250, 300)
    assert ticks_between(1.8, 2.2) == (1.8, 1.9, 2.0, 2.1, 2.2)
    assert ticks_between(4, 4) == (4,)


@pytest.mark.slow
@given(st.lists(st.integers(0, 1000), min_size=1), st.integers(2, 8))
def test_thinning_keeps_the_first_and_the_last_and_no_more_than_asked(values: list[int], most: int) -> None:
    kept = thinned(values, most)
    assert (kept[0], kept[-1]) == (min(values), max(values))
    assert len(kept) <= most
    assert set(kept) <= set(values)


def test_a_scale_turns_its_ends_into_places() -> None:
    down = Scale(0, 10, 100, 0)
    assert (down.at(0), down.at(10), down.at(5)) == (100, 0, 50)
    assert Scale(3, 3, 0, 10).at(3) == 5

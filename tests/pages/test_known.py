"""What was known of a measure on each day, and when that last changed."""

from datetime import date

from generator.examined import Examined
from generator.pages.parts.known import known_by_day
from generator.pages.parts.lastchange import last_change


def states(sample: Examined, key: str) -> list[tuple[str, str, str]]:
    measure = sample.archive.measures[f"aleppo-offensive/{key}"]
    known = known_by_day(sample.archive, sample.judged, measure)
    return [(state.day.isoformat(), state.text, state.change) for state in known]


def test_the_deaths_rise_from_day_to_day(sample: Examined) -> None:
    assert states(sample, "killed") == [
        ("2024-11-28", "about 200", "new"),
        ("2024-11-29", "at least 242", "up"),
        ("2024-11-30", "277", "up"),
    ]


def test_a_day_that_adds_nothing_new_is_left_out(sample: Examined) -> None:
    assert states(sample, "began") == [
        ("2024-11-28", "28 November 2024", "new"),
        ("2024-11-29", "27–29 November 2024", "newly contested"),
    ]


def test_the_last_change_is_the_last_day_that_changed_what_is_known_not_the_last_print(
    sample: Examined,
) -> None:
    assert last_change(sample.archive, sample.judged, "aleppo-offensive/began") == date(2024, 11, 29)
    assert last_change(sample.archive, sample.judged, "aleppo-offensive/killed") == date(2024, 11, 30)
    assert last_change(sample.archive, sample.judged, "aleppo-offensive/killed-allied") is None

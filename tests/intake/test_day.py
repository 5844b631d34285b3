"""The day of a text is inferred, and the words it was inferred from are told."""

from datetime import date

import pytest

from generator.intake.day import infer_day
from generator.intake.wishes import Wishes
from tests.intake.material import NEAR, TEXT, drafted, found

NOVEMBER = date(2024, 11, 29)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They came near the city this Friday, November 29, and bombed it.", "this Friday, November 29"),
        ("On November 29, 2024, rebels attacked.", "November 29, 2024"),
        ("Since 27 November much has changed; as of 29 November 2024 all is open.", "29 November 2024"),
        (
            "BRENN, 29 November 2024 — The offensive of 3 December 2024 was planned long ago.",
            "29 November 2024",
        ),
        ("Le vendredi 29 novembre 2024, la ville a été prise.", "vendredi 29 novembre 2024"),
    ],
)
def test_a_day_is_found_with_its_words(text: str, words: str) -> None:
    inferred = infer_day(text, "fr" if text.startswith("Le") else "en", NEAR)
    assert inferred is not None
    assert (inferred.day, inferred.words) == (NOVEMBER, words)


@pytest.mark.parametrize("near", [date(2024, 12, 1), date(2026, 5, 1), date(2023, 1, 1)])
def test_a_weekday_decides_the_year_whenever_it_is_looked_for(near: date) -> None:
    inferred = infer_day("He arrived this Friday, November 29.", "en", near)
    assert inferred is not None
    assert inferred.day == NOVEMBER
    assert inferred.how == "the year 2024 because of the weekday"


def test_without_a_weekday_the_last_such_day_is_a_guess() -> None:
    inferred = infer_day("It rained on November 29.", "en", date(2025, 3, 1))
    assert inferred is not None
    assert inferred.day == NOVEMBER
    assert "the year 2024 is a guess" in inferred.how


def test_a_weekday_alone_and_a_year_alone_are_no_day() -> None:
    assert infer_day("It began on Wednesday, as in 2016, and ended in March 2020.", "en", NEAR) is None


def test_a_day_that_lies_ahead_is_not_the_day_of_the_text() -> None:
    inferred = infer_day("It began on 29 November 2024 and will last until 24 December 2024.", "en", NEAR)
    assert inferred is not None
    assert inferred.day == NOVEMBER


@pytest.mark.slow
def test_the_draft_says_from_which_words_its_day_was_inferred() -> None:
    draft = drafted(*TEXT)
    assert 'date: 2024-11-25  # inferred from "Monday, 25 November"' in " ".join(
        draft.text.split(" ")
    ).replace("      #", "  #")
    assert draft.id.startswith("2024-11-25-")


@pytest.mark.slow
def test_a_day_that_was_given_needs_no_remark() -> None:
    draft = drafted(*TEXT, wishes=Wishes(NEAR, day=date(2024, 11, 30)))
    assert "\ndate: 2024-11-30\n" in draft.text


@pytest.mark.slow
def test_without_a_day_the_draft_asks_for_one() -> None:
    result = found("Nobody knows when it happened.", "It was long ago, and no one wrote it down for us.")
    assert result.day.text == ""
    assert "write the day it belongs to" in result.day.how

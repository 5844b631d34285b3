"""Numbers as people write them: which ones a text gives, and which of them it claims."""

from decimal import Decimal

import pytest

from generator.read.claimed import claimed_numbers
from generator.read.daywords import day_words
from generator.read.numerals import numerals, says


def read(text: str, language: str = "en") -> dict[str, set[Decimal]]:
    """The numbers of a text, each with all that it may mean."""
    return {
        text[numeral.span.start : numeral.span.end]: set(numeral.readings)
        for numeral in numerals(text, language)
    }


def numbers(*figures: str) -> set[Decimal]:
    return {Decimal(figure) for figure in figures}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("14,000", "en", "14000"),
        ("14'000", "de-CH", "14000"),
        ("12,34,567", "en-IN", "1234567"),
        ("1.234,5", "de", "1234.5"),
        ("0.125", "de", "0.125"),
        ("2½", "en", "2.5"),
        ("1e3", "en", "1000"),
        ("1\u202f242", "fr", "1242"),
        ("１４", "ja", "14"),
        ("१४", "hi", "14"),
        ("1234567890123456789012345678901234567890", "en", "1234567890123456789012345678901234567890"),
    ],
)
def test_digits_are_one_number_however_they_are_grouped(text, language, number):
    assert read(text, language) == {text: numbers(number)}


def test_a_point_and_three_digits_are_read_as_the_language_writes_them():
    assert read("14.000", "de") == {"14.000": numbers("14000")}
    assert read("14.000", "en") == {"14.000": numbers("14")}
    assert read("14.500", "es") == {"14.500": numbers("14500", "14.5")}  # Mexico writes 14,500


def test_digits_that_make_no_group_are_numbers_of_their_own():
    assert list(read("in 2011 200 people")) == ["2011", "200"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("half a million", "en", "500000"),
        ("tens of thousands", "en", "10000"),
        ("two dozen", "en", "24"),
        ("three quarters of a million", "en", "750000"),
        ("un demi-million", "fr", "500000"),
        ("deux millions et demi", "fr", "2500000"),
        ("une centaine", "fr", "100"),
        ("eine halbe Million", "de", "500000"),
        ("anderthalb Millionen", "de", "1500000"),
        ("medio millón", "es", "500000"),
        ("dos millones y medio", "es", "2500000"),
        ("mezzo milione", "it", "500000"),
        ("meio milhão", "pt", "500000"),
        ("een half miljoen", "nl", "500000"),
        ("zweihundertzweiundvierzig", "de", "242"),
        ("duecentoquarantadue", "it", "242"),
        ("duzentos e quarenta e dois", "pt", "242"),
        ("tweehonderdtweeënveertig", "nl", "242"),
        ("1.5bn", "en", "1500000000"),
        ("14 тысяч", "ru", "14000"),
        ("1,5 مليون", "ar", "1500000"),
        ("1만 4천", "ko", "14000"),
    ],
)
def test_a_number_is_read_in_words(text, language, number):
    assert says(text, language, Decimal(number))


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("half a million", "en", "1000000"),
        ("two and a half million", "en", "2000000"),
        ("a quarter of a million", "en", "1000000"),
        ("1만 4천", "ko", "4"),
        ("forty-two", "en", "40"),
    ],
)
def test_a_number_in_words_is_not_read_as_a_part_of_it(text, language, number):
    assert not says(text, language, Decimal(number))


def claims(text: str, language: str = "en") -> list[str]:
    return [text[found.span.start : found.span.end] for found in claimed_numbers(text, language)]


def test_days_years_times_and_durations_are_no_claims():
    assert claims("On 29 November 2024 at 10:30, since 2011, in two days, a ten-year war, in the 1990s") == []
    assert claims("Le 29 novembre, en deux jours, depuis 2011", "fr") == []
    assert claims("14,000 people fled within three weeks") == ["14,000"]


def test_a_number_of_any_length_may_be_multiplied():
    assert (
        Decimal(10) ** 51
        in read("F1 trillion trillion trillion billion million")[
            "1 trillion trillion trillion billion million"
        ]
    )


def test_words_that_seldom_count_are_no_claims():
    assert claims("one of both, a second half, the 2nd, two thirds of the G7, an F-16") == []
    assert claims("two of them and twelve others") == ["two", "twelve"]


def days(text: str, language: str = "en") -> list[str]:
    return [text[word.span.start : word.span.end] for word in day_words(text, language)]


def test_days_are_found_with_the_weekday_beside_them():
    assert days("On Friday, 29 November 2024, or on Thursday") == ["Friday, 29 November 2024", "Thursday"]
    assert days("Freitag, den 29. November", "de") == ["Freitag, den 29. November"]


def test_names_in_small_letters_or_before_a_larger_number_are_no_days():
    assert days("they sat, they may go, in March 20,000 people came") == []


def test_one_language_does_not_change_what_another_is_read_as():
    before = days("le 29 novembre", "fr")
    assert days("11月29日", "zh") == ["11月29日"]
    assert days("le 29 novembre", "fr") == before == ["29 novembre"]

"""Numbers, days, spans and lists in the language of the site, whatever language was used before."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.fact import AsOf, Fact, Qualifier
from generator.model.written.numbers import number_of
from generator.words.days import as_of_text, day_text, weekday_names
from generator.words.figures import figure_text, span_text, value_text
from generator.words.lists import listed
from generator.words.locales import locale_of
from generator.words.numbers import count, few_words, number

DAY = date(2024, 11, 29)
FORTY = "1234567890123456789012345678901234567890"
NARROW, NO_BREAK = "\u202f", "\xa0"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("en", "14000", "14,000"),
        ("en", "-5", "-5"),
        ("en", "2.50", "2.50"),
        ("en", "1e6", "1,000,000"),
        ("en", "0.0001", "0.0001"),
        ("fr", "14000", f"14{NARROW}000"),
        ("fr", "1234.5", f"1{NARROW}234,5"),
        ("ar", "14000", "14,000"),
        ("zh", "14000.25", "14,000.25"),
        ("de", "14000", "14.000"),
        ("hi", "1400000", "14,00,000"),
        ("ru", "14000", f"14{NO_BREAK}000"),
        ("en", FORTY, "1,234,567,890,123,456,789,012,345,678,901,234,567,890"),
        ("en", f"0.{FORTY}", f"0.{FORTY}"),
        ("fr", f"1.{FORTY}", f"1,{FORTY}"),
    ],
)
def test_a_number(language: str, typed: str, said: str) -> None:
    assert number(Decimal(typed), language) == said


def test_equal_numbers_are_said_as_they_were_printed() -> None:
    said = [number(Decimal(typed), "en") for typed in ("10", "10.0", "10.00", "1e1")]
    assert said == ["10", "10.0", "10.00", "10"]


numbers = st.from_regex(r"-?(0|[1-9][0-9]{0,24})(\.[0-9]{1,24})?", fullmatch=True)


@pytest.mark.slow
@given(numbers, st.sampled_from(["en", "fr", "ar", "zh", "hi"]))
def test_no_digit_of_a_number_is_lost(typed: str, language: str) -> None:
    value = number_of(typed)
    digits = [sign for sign in number(value, language) if sign.isdecimal()]
    assert "".join(digits) == "".join(sign for sign in format(value, "f") if sign.isdecimal())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            ["Friday 29 November 2024", "29 November 2024", "29 Nov", "November 2024", "November"],
        ),
        (
            "fr",
            ["vendredi 29 novembre 2024", "29 novembre 2024", "29 nov.", "novembre 2024", "novembre"],
        ),
        ("ar", ["الجمعة، 29 نوفمبر 2024", "29 نوفمبر 2024", "29 نوفمبر", "نوفمبر 2024", "نوفمبر"]),
        ("zh", ["2024年11月29日星期五", "2024年11月29日", "11月29日", "2024年11月", "十一月"]),
        ("hi", ["शुक्रवार, 29 नवंबर 2024", "29 नवंबर 2024", "29 नव॰", "नवंबर 2024", "नवंबर"]),
    ],
)
def test_a_day_in_its_five_forms(language: str, said: list[str]) -> None:
    forms = ("long", "medium", "short", "month", "month_name")
    assert [day_text(DAY, language, form) for form in forms] == said


def test_one_language_leaves_no_word_in_another() -> None:
    """Babel's tables are shared between languages; ours must not be."""
    assert day_text(DAY, "ja", "month_name") == "11月"
    assert day_text(DAY, "zh", "month_name") == "十一月"
    assert day_text(DAY, "hi", "month_name") == "नवंबर"
    assert day_text(DAY, "es", "month_name") == "noviembre"


def test_a_span_of_days_is_said_as_the_language_says_it() -> None:
    first, last, later = date(2024, 11, 27), DAY, date(2024, 12, 1)
    assert span_text(first, last, "en") == "27–29 November 2024"
    assert span_text(first, later, "en") == "27 November 2024 – 1 December 2024"
    assert span_text(first, last, "zh") == "2024年11月27日至29日"
    assert "27–29" in span_text(first, last, "fr")
    assert span_text(first, first, "fr") == "27 novembre 2024"


def test_a_span_of_numbers_and_one_of_no_length() -> None:
    assert span_text(Decimal(121), Decimal(14000), "en") == "121–14,000"
    assert span_text(Decimal(121), Decimal(121), "en") == "121"
    assert value_text("resisted", "fr") == "resisted"


def test_the_week_begins_on_monday() -> None:
    assert weekday_names("en") == ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    assert weekday_names("fr", "narrow") == ("L", "M", "M", "J", "V", "S", "D")


def test_a_doubtful_day_says_its_doubts() -> None:
    said = [
        as_of_text(AsOf(DAY, uncertain, about), "en")
        for uncertain in (False, True)
        for about in (False, True)
    ]
    assert said == ["29 Nov", "about 29 Nov", "29 Nov (uncertain)", "about 29 Nov (uncertain)"]


@pytest.mark.parametrize(
    ("language", "things", "said"),
    [
        ("en", "", ""),
        ("en", "a", "a"),
        ("en", "ab", "a and b"),
        ("en", "abc", "a, b and c"),
        ("fr", "abc", "a, b et c"),
        ("ar", "ab", "a وb"),
        ("zh", "abc", "a、b和c"),
    ],
)
def test_a_list(language: str, things: str, said: str) -> None:
    assert listed(things, language) == said


def test_a_count_with_its_noun() -> None:
    assert [count(n, "day", "days", "en") for n in (0, 1, 2, 1200)] == [
        "0 days",
        "1 day",
        "2 days",
        "1,200 days",
    ]


def test_a_small_amount_within_an_english_sentence_is_a_word() -> None:
    assert [few_words(n, "en") for n in (0, 1, 10, 11, 1200)] == ["no", "one", "ten", "11", "1,200"]
    assert few_words(3, "fr") == "3"


@pytest.mark.slow
def test_a_language_that_babel_does_not_know_is_read_by_its_first_part_or_as_english() -> None:
    assert [locale_of(tag).language for tag in ("pt-BR", "fr-XX", "zh-Hant", "qaa", "x")] == [
        "pt",
        "fr",
        "zh",
        "en",
        "en",
    ]


@pytest.mark.parametrize(
    ("qualifier", "said"),
    [
        ("exactly", "242"),
        ("at-least", "at least 242"),
        ("more-than", "more than 242"),
        ("about", "about 242"),
        ("almost", "almost 242"),
        ("up-to", "up to 242"),
        ("fewer-than", "fewer than 242"),
    ],
)
def test_a_figure_is_said_with_its_hedge(qualifier: str, said: str) -> None:
    fact = Fact("d#k", "t/k", "d", "s", DAY, AsOf(DAY), Decimal(242), qualifier=Qualifier(qualifier))
    assert figure_text(fact, "en") == said


def test_a_range_is_said_from_end_to_end() -> None:
    fact = Fact("d#k", "t/k", "d", "s", DAY, AsOf(DAY), None, low=Decimal(45), high=Decimal(50))
    assert figure_text(fact, "en") == "45–50"
